<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Client</name>
    <message>
        <source>%1 has your invitation and would like to write to you.</source>
        <translation>%1 有您的邀请，想与您聊天。</translation>
    </message>
    <message>
        <source>Somebody who says they are %1 would like to write to you. You did not invite them.</source>
        <translation>有人自称 %1，想与您聊天。您没有邀请过对方。</translation>
    </message>
    <message>
        <source>%1 accepted. You can write to each other now.</source>
        <translation>%1 已接受，现在可以互相聊天了。</translation>
    </message>
    <message>
        <source>%1 does not want to be your contact now.</source>
        <translation>%1 现在不想成为您的联系人。</translation>
    </message>
    <message>
        <source>The key of %1 has changed. Ask them by telephone whether they have a new computer. Until you confirm, nothing they ask for can run here.</source>
        <translation>%1 的密钥变了。请打电话问问对方是否换了电脑。在您确认之前，对方请求的任何操作都不能在这里执行。</translation>
    </message>
    <message>
        <source>You confirmed the new key of %1.</source>
        <translation>您确认了 %1 的新密钥。</translation>
    </message>
    <message>
        <source>A message from %1 could not be read. Ask them to send it again.</source>
        <translation>%1 的一条消息无法读取。请让对方再发一次。</translation>
    </message>
    <message>
        <source>The invitation for this phrase is no longer open. Ask %1 to send it again.</source>
        <translation>这句口令的邀请已经失效。请让 %1 再发一次。</translation>
    </message>
    <message>
        <source>This was sent at the moment it was pasted, so nothing was started. If you want the help, paste it again, read it, and then press Send.</source>
        <translation>这条消息是刚粘贴就发出的，所以什么也没有启动。如果您需要帮助，请重新粘贴，读一遍，再按“发送”。</translation>
    </message>
    <message>
        <source>You said No to %1 a short while ago, so you are not asked again yet. Try again a little later if you want this.</source>
        <translation>您刚才拒绝了 %1，所以暂时不再询问您。如果您需要，请过一会儿再试。</translation>
    </message>
    <message>
        <source>You said No. Nothing was done.</source>
        <translation>您选择了“否”。什么也没有做。</translation>
    </message>
    <message>
        <source>The question was closed without a Yes. Nothing was done.</source>
        <translation>问题已关闭，没有得到同意。什么也没有做。</translation>
    </message>
    <message>
        <source>All right, nothing was started.</source>
        <translation>好的，什么也没有启动。</translation>
    </message>
    <message>
        <source>A request from %1 was not accepted by this computer: %2</source>
        <translation>本机没有接受 %1 的请求：%2</translation>
    </message>
    <message>
        <source>A phrase that %1 set up was not accepted by this computer: %2</source>
        <translation>本机没有接受 %1 设置的口令：%2</translation>
    </message>
    <message>
        <source>%1 has changed what this phrase does. Wait for a new invitation.</source>
        <translation>%1 更改了这句口令的作用。请等待新的邀请。</translation>
    </message>
    <message>
        <source>“%1” was opened.</source>
        <translation>“%1”已打开。</translation>
    </message>
    <message>
        <source>“%1” was open already and is in front now.</source>
        <translation>“%1”本来就开着，现在已显示在最前面。</translation>
    </message>
    <message>
        <source>“%1” was changed.</source>
        <translation>“%1”已更改。</translation>
    </message>
    <message>
        <source>“%1” was not found on this computer.</source>
        <translation>在这台电脑上找不到“%1”。</translation>
    </message>
    <message>
        <source>“%1” may not be opened on this computer.</source>
        <translation>这台电脑上不允许打开“%1”。</translation>
    </message>
    <message>
        <source>“%1” could not be opened.</source>
        <translation>无法打开“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not opened: it changed, or too much time went by.</source>
        <translation>没有打开“%1”：它发生了变化，或者时间过得太久。</translation>
    </message>
    <message>
        <source>%1 is not known at this hub any more.</source>
        <translation>这个会合点已经不认识 %1。</translation>
    </message>
    <message>
        <source>%1 does not take messages from you.</source>
        <translation>%1 不接收您的消息。</translation>
    </message>
    <message>
        <source>The mailbox of %1 is full. Try again later.</source>
        <translation>%1 的信箱已满，请稍后再试。</translation>
    </message>
    <message>
        <source>The key of %1 has changed. Confirm it first.</source>
        <translation>%1 的密钥变了，请先确认。</translation>
    </message>
    <message>
        <source>The hub did not take this message.</source>
        <translation>会合点没有接收这条消息。</translation>
    </message>
    <message>
        <source>The phrase is empty.</source>
        <translation>口令是空的。</translation>
    </message>
    <message>
        <source>The phrase is not readable text.</source>
        <translation>口令不是可读的文字。</translation>
    </message>
    <message>
        <source>The phrase must be one line.</source>
        <translation>口令只能是一行。</translation>
    </message>
    <message>
        <source>The phrase is too short. Take at least four Chinese characters or eight letters.</source>
        <translation>口令太短。至少要四个汉字或八个字母。</translation>
    </message>
    <message>
        <source>The phrase is too long. 64 characters are the most.</source>
        <translation>口令太长，最多 64 个字符。</translation>
    </message>
    <message>
        <source>There are invisible characters in it.</source>
        <translation>里面有看不见的字符。</translation>
    </message>
    <message>
        <source>There are too many marks on one letter.</source>
        <translation>一个字母上的附加符号太多。</translation>
    </message>
    <message>
        <source>It mixes letters of scripts that look alike.</source>
        <translation>里面混用了外形相似的不同文字的字母。</translation>
    </message>
    <message>
        <source>People say this every day. Take words that are only used for this.</source>
        <translation>这是日常用语。请用专门的说法。</translation>
    </message>
    <message>
        <source>The phrase only repeats itself.</source>
        <translation>口令只是在重复。</translation>
    </message>
    <message>
        <source>The phrase has only digits.</source>
        <translation>口令只有数字。</translation>
    </message>
    <message>
        <source>The phrase is a link or an address.</source>
        <translation>口令是链接或地址。</translation>
    </message>
    <message>
        <source>The phrase says no or stop, so it can never start something.</source>
        <translation>口令表示拒绝或停止，所以不能用来启动任何事。</translation>
    </message>
    <message>
        <source>The phrase speaks of money, codes or passwords. Help never needs these.</source>
        <translation>口令提到了钱、验证码或密码。帮助从来不需要这些。</translation>
    </message>
    <message>
        <source>The phrase is too much like another one: “%1”.</source>
        <translation>口令与另一句太像：“%1”。</translation>
    </message>
    <message>
        <source>It does not say what to open.</source>
        <translation>没有说明要打开什么。</translation>
    </message>
    <message>
        <source>The name of what to open is too long.</source>
        <translation>要打开的名字太长。</translation>
    </message>
    <message>
        <source>The path of the file must begin with a slash.</source>
        <translation>文件路径必须以斜杠开头。</translation>
    </message>
    <message>
        <source>The path of the file has detours in it, such as “..”.</source>
        <translation>文件路径里有绕路的部分，例如“..”。</translation>
    </message>
    <message>
        <source>Files in this place of the system cannot be opened.</source>
        <translation>不能打开系统这个位置的文件。</translation>
    </message>
    <message>
        <source>Terminals and programs that run commands are never opened.</source>
        <translation>终端和运行命令的程序永远不会被打开。</translation>
    </message>
    <message>
        <source>Give the name of the program as it stands in the menu.</source>
        <translation>请写菜单里显示的程序名字。</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>没有这个设置项。</translation>
    </message>
    <message>
        <source>This setting can only be changed by its own user.</source>
        <translation>这个设置只能由用户本人更改。</translation>
    </message>
    <message>
        <source>The setting cannot have this value.</source>
        <translation>这个设置不能取这个值。</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It was not signed by this contact for you.</source>
        <translation>它不是这个联系人为您签名的。</translation>
    </message>
    <message>
        <source>Its time was over.</source>
        <translation>它已经过期。</translation>
    </message>
    <message>
        <source>It is older than what was agreed since.</source>
        <translation>它比后来商定的内容更旧。</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Messages wait here and are sent later.</source>
        <translation>连接不到会合点。消息会保存在这里，稍后发送。</translation>
    </message>
    <message>
        <source>This is not the hub that it says it is (wrong certificate). Nothing was sent to it.</source>
        <translation>这不是它所声称的会合点（证书不对）。没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>The certificate of the hub is not known. Use an invitation link of this hub.</source>
        <translation>不认识这个会合点的证书。请使用这个会合点的邀请链接。</translation>
    </message>
    <message>
        <source>The hub does not answer. Messages wait here and are sent later.</source>
        <translation>会合点没有回应。消息会保存在这里，稍后发送。</translation>
    </message>
    <message>
        <source>The hub speaks another version of the protocol. Please update.</source>
        <translation>会合点使用另一个版本的协议，请更新。</translation>
    </message>
    <message>
        <source>The hub knows this account with another key.</source>
        <translation>会合点记录的这个账号使用另一个密钥。</translation>
    </message>
    <message>
        <source>The hub does not know this account.</source>
        <translation>会合点不认识这个账号。</translation>
    </message>
    <message>
        <source>This account was opened on another computer.</source>
        <translation>这个账号在另一台电脑上打开了。</translation>
    </message>
    <message>
        <source>The hub takes no new accounts or is full.</source>
        <translation>会合点不接收新账号，或者已满。</translation>
    </message>
    <message>
        <source>The hub asks us to wait for a moment.</source>
        <translation>会合点请我们稍等片刻。</translation>
    </message>
    <message>
        <source>The hub is being restarted.</source>
        <translation>会合点正在重新启动。</translation>
    </message>
    <message>
        <source>The hub sent something that makes no sense.</source>
        <translation>会合点发来了无法理解的内容。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notification sound</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Open the program “%1”</source>
        <translation>打开程序“%1”</translation>
    </message>
    <message>
        <source>Open the file “%1”</source>
        <translation>打开文件“%1”</translation>
    </message>
    <message>
        <source>Show the settings page “%1”</source>
        <translation>显示设置页面“%1”</translation>
    </message>
    <message>
        <source>Change the setting “%1” to “%2”</source>
        <translation>把设置“%1”改为“%2”</translation>
    </message>
    <message>
        <source>%1 wants to open the program “%2” on this computer.</source>
        <translation>%1 想在这台电脑上打开程序“%2”。</translation>
    </message>
    <message>
        <source>%1 wants to open the file “%2” on this computer.</source>
        <translation>%1 想在这台电脑上打开文件“%2”。</translation>
    </message>
    <message>
        <source>%1 wants to show you the settings page “%2”.</source>
        <translation>%1 想给您看设置页面“%2”。</translation>
    </message>
    <message>
        <source>%1 wants to change a setting of this program: %2</source>
        <translation>%1 想更改本程序的一项设置：%2</translation>
    </message>
    <message>
        <source>This program was installed by this user, not with the system.</source>
        <translation>这个程序是由本用户安装的，不是随系统安装的。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>The settings page “%1” was shown.</source>
        <translation>已显示设置页面“%1”。</translation>
    </message>
    <message>
        <source>The settings page “%1” may not be shown on this computer.</source>
        <translation>这台电脑上不允许显示设置页面“%1”。</translation>
    </message>
    <message>
        <source>The settings page “%1” was not shown.</source>
        <translation>没有显示设置页面“%1”。</translation>
    </message>
    <message>
        <source>The setting “%1” is “%2” now.</source>
        <translation>设置“%1”现在是“%2”。</translation>
    </message>
    <message>
        <source>The setting “%1” may not be changed to “%2” on this computer.</source>
        <translation>这台电脑上不允许把设置“%1”改为“%2”。</translation>
    </message>
    <message>
        <source>The setting “%1” was not changed to “%2”.</source>
        <translation>没有把设置“%1”改为“%2”。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new can be kept. Please delete files that are not needed, then try again.</source>
        <translation>磁盘已满，新的内容无法保存。请删除不需要的文件，然后再试一次。</translation>
    </message>
    <message>
        <source>Nothing new can be written to the disk. What was there before is safe. Please have the disk checked.</source>
        <translation>新的内容无法写入磁盘。以前的内容没有丢失。请找人检查一下磁盘。</translation>
    </message>
    <message>
        <source>See the screen for up to %1</source>
        <translation>查看屏幕，最多 %1</translation>
    </message>
    <message>
        <source>%1 wants to see your screen for up to %2. You can stop at any time: hold Esc.</source>
        <translation>%1 想看您的屏幕，最多 %2。您可以随时停止：按住 Esc 键。</translation>
    </message>
    <message>
        <source>See the screen and point at things for up to %1</source>
        <translation>查看屏幕并在上面指点，最多 %1</translation>
    </message>
    <message>
        <source>%1 wants to see your screen and point at things for up to %2. You can stop at any time: hold Esc.</source>
        <translation>%1 想看您的屏幕并在上面指给您看，最多 %2。您可以随时停止：按住 Esc 键。</translation>
    </message>
    <message>
        <source>See the screen and use mouse and keyboard for up to %1</source>
        <translation>查看屏幕并使用鼠标和键盘，最多 %1</translation>
    </message>
    <message>
        <source>%1 wants to see your screen and use your mouse and keyboard for up to %2. You can stop at any time: hold Esc.</source>
        <translation>%1 想看您的屏幕并使用您的鼠标和键盘，最多 %2。您可以随时停止：按住 Esc 键。</translation>
    </message>
    <message>
        <source>one minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>This screen (%1)</source>
        <translation>这个屏幕（%1）</translation>
    </message>
    <message>
        <source>The screen is shown now.</source>
        <translation>屏幕正在显示给对方。</translation>
    </message>
    <message>
        <source>The screen may not be shown now.</source>
        <translation>现在不能显示屏幕。</translation>
    </message>
    <message>
        <source>The screen was not shown: it changed, or too much time went by.</source>
        <translation>屏幕没有显示：它变了，或者时间过得太久。</translation>
    </message>
    <message>
        <source>The screen could not be shown.</source>
        <translation>屏幕无法显示。</translation>
    </message>
    <message>
        <source>This cannot be the name of a file.</source>
        <translation>这不能是文件名。</translation>
    </message>
    <message>
        <source>Programs and scripts are not opened as files.</source>
        <translation>程序和脚本不会作为文件打开。</translation>
    </message>
    <message>
        <source>The time must be between 1 and 120 minutes.</source>
        <translation>时间必须在 1 到 120 分钟之间。</translation>
    </message>
    <message>
        <source>%1 saw your screen for %2.</source>
        <translation>%1 看了您的屏幕 %2。</translation>
    </message>
    <message>
        <source>%1 saw your screen and pointed at things for %2.</source>
        <translation>%1 看了您的屏幕并在上面指点，共 %2。</translation>
    </message>
    <message>
        <source>%1 saw your screen and used your mouse and keyboard for %2.</source>
        <translation>%1 看了您的屏幕并使用了您的鼠标和键盘，共 %2。</translation>
    </message>
    <message>
        <source>You saw the screen of %1 for %2.</source>
        <translation>您看了 %1 的屏幕 %2。</translation>
    </message>
    <message>
        <source>You saw the screen of %1 and pointed at things for %2.</source>
        <translation>您看了 %1 的屏幕并在上面指点，共 %2。</translation>
    </message>
    <message>
        <source>You saw the screen of %1 and used mouse and keyboard there for %2.</source>
        <translation>您看了 %1 的屏幕并使用了那里的鼠标和键盘，共 %2。</translation>
    </message>
    <message>
        <source>Your screen was ready, but %1 did not come to see it.</source>
        <translation>您的屏幕已准备好，但 %1 没有来看。</translation>
    </message>
    <message>
        <source>The screen of %1 could not be reached.</source>
        <translation>没能看到 %1 的屏幕。</translation>
    </message>
    <message>
        <source>You ended it.</source>
        <translation>是您结束的。</translation>
    </message>
    <message>
        <source>%1 ended it.</source>
        <translation>是 %1 结束的。</translation>
    </message>
    <message>
        <source>The time was over.</source>
        <translation>时间到了。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接断开了。</translation>
    </message>
    <message>
        <source>Something came in between that should not have, so it was ended.</source>
        <translation>中间出现了不该有的内容，所以结束了。</translation>
    </message>
    <message>
        <source>It ended because this computer was locked or left.</source>
        <translation>因为这台电脑被锁定或离开，所以结束了。</translation>
    </message>
    <message>
        <source>It ended because the computer of %1 was locked or left.</source>
        <translation>因为 %1 的电脑被锁定或离开，所以结束了。</translation>
    </message>
    <message>
        <source>It ended because this computer could not go on.</source>
        <translation>因为这台电脑无法继续，所以结束了。</translation>
    </message>
    <message>
        <source>It ended because the computer of %1 could not go on.</source>
        <translation>因为 %1 的电脑无法继续，所以结束了。</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 sees your screen and wants to point at things on it as well. You can stop at any time: hold Esc.</source>
        <translation>%1 能看到您的屏幕，还想在上面指给您看。您可以随时停止：按住 Esc 键。</translation>
    </message>
    <message>
        <source>%1 sees your screen and wants to use your mouse and keyboard as well. You can stop at any time: hold Esc.</source>
        <translation>%1 能看到您的屏幕，还想使用您的鼠标和键盘。您可以随时停止：按住 Esc 键。</translation>
    </message>
    <message>
        <source>%1 wants to read the text that you copied last.</source>
        <translation>%1 想读取您最近复制的文字。</translation>
    </message>
    <message>
        <source>%1 wants to put a text where you can paste it. It takes the place of what you copied last.</source>
        <translation>%1 想放入一段文字供您粘贴。它会替换您最近复制的内容。</translation>
    </message>
    <message>
        <source>%1 sees your screen already.</source>
        <translation>%1 已经能看到您的屏幕。</translation>
    </message>
    <message>
        <source>See what is in “%1” for up to %2</source>
        <translation>查看“%1”里有什么，最多 %2</translation>
    </message>
    <message>
        <source>%1 wants to see what is in “%2” for up to %3, without getting any of it. You can stop at any time.</source>
        <translation>%1 想看看“%2”里有什么，最多 %3，但不会取走任何内容。您可以随时停止。</translation>
    </message>
    <message>
        <source>Get copies from “%1” for up to %2</source>
        <translation>从“%1”获取副本，最多 %2</translation>
    </message>
    <message>
        <source>%1 wants to get copies of what is in “%2” for up to %3. You can stop at any time.</source>
        <translation>%1 想获取“%2”里内容的副本，最多 %3。您可以随时停止。</translation>
    </message>
    <message>
        <source>Get copies from “%1” and leave files for up to %2</source>
        <translation>从“%1”获取副本并留下文件，最多 %2</translation>
    </message>
    <message>
        <source>%1 wants to get copies of what is in “%2” and leave files for you, for up to %3. You can stop at any time.</source>
        <translation>%1 想获取“%2”里内容的副本，并给您留下文件，最多 %3。您可以随时停止。</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>“%1” is shared now.</source>
        <translation>“%1”现在已共享。</translation>
    </message>
    <message>
        <source>“%1” may not be shared from this computer.</source>
        <translation>“%1”不允许从这台电脑共享。</translation>
    </message>
    <message>
        <source>“%1” was not shared: it changed, or too much time went by.</source>
        <translation>“%1”没有共享：它已改变，或者时间过去太久。</translation>
    </message>
    <message>
        <source>“%1” could not be shared.</source>
        <translation>“%1”无法共享。</translation>
    </message>
    <message>
        <source>“%1” was shared with %2 for %3.</source>
        <translation>“%1”共享给 %2，持续 %3。</translation>
    </message>
    <message>
        <source>%2 shared “%1” with you for %3.</source>
        <translation>%2 把“%1”共享给您，持续 %3。</translation>
    </message>
    <message>
        <source>“%1” was ready, but %2 did not come.</source>
        <translation>“%1”已准备好，但 %2 没有来。</translation>
    </message>
    <message>
        <source>“%1” of %2 could not be reached.</source>
        <translation>无法访问 %2 的“%1”。</translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation>没有取走任何文件。</translation>
    </message>
    <message>
        <source>Files taken: %1 (%2).</source>
        <translation>取走的文件：%1 个（%2）。</translation>
    </message>
    <message>
        <source>Files taken: %1.</source>
        <translation>取走的文件：%1 个。</translation>
    </message>
    <message>
        <source>Files left: %1.</source>
        <translation>留下的文件：%1 个。</translation>
    </message>
    <message>
        <source>For this, please press Yes in the invitation of %1. If there is none above, ask for it to be sent again.</source>
        <translation>这件事请在 %1 的邀请里按“是”。如果找不到邀请，请让对方再发一次。</translation>
    </message>
    <message>
        <source>%1 cannot do this now. Nothing was started.</source>
        <translation>%1 现在不能做这件事。什么也没有启动。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 will tell you a phrase. Write it here.</source>
        <translation>%1 会告诉您一句口令，请写在这里。</translation>
    </message>
    <message>
        <source>%1 does not have this file any more, or has changed it.</source>
        <translation>%1 那边已经没有这个文件，或者文件改动过了。</translation>
    </message>
    <message>
        <source>The hub did not allow it.</source>
        <translation>服务器不允许。</translation>
    </message>
    <message>
        <source>There is not enough room on this computer&apos;s disk.</source>
        <translation>这台电脑的磁盘空间不够。</translation>
    </message>
    <message>
        <source>It could not be saved in that folder.</source>
        <translation>无法保存到那个文件夹。</translation>
    </message>
    <message>
        <source>What came is not what %1 has sent. Nothing of it was kept.</source>
        <translation>收到的内容和 %1 发的不一样，什么都没有留下。</translation>
    </message>
    <message>
        <source>The file has changed or is gone since you sent it. Send it once more.</source>
        <translation>您发送之后，这个文件改动过或不在了。请再发一次。</translation>
    </message>
    <message>
        <source>%1 does not take files from you.</source>
        <translation>%1 不接收您的文件。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>It did not arrive.</source>
        <translation>没有送到。</translation>
    </message>
    <message>
        <source>Goes on as soon as the hub can be reached.</source>
        <translation>连上服务器后会接着进行。</translation>
    </message>
    <message>
        <source>The hub is full of files of yours. It goes on as soon as %1 takes them.</source>
        <translation>您放在服务器上的文件已经满了。%1 取走后会接着发。</translation>
    </message>
    <message>
        <source>On its way to %1.</source>
        <translation>正在发给 %1。</translation>
    </message>
    <message>
        <source>Goes on as soon as the computer of %1 is there.</source>
        <translation>等 %1 的电脑上线后会接着进行。</translation>
    </message>
    <message>
        <source>Is being saved.</source>
        <translation>正在保存。</translation>
    </message>
    <message>
        <source>%1 would like to give you this file.</source>
        <translation>%1 想把这个文件给您。</translation>
    </message>
    <message>
        <source>Waits at the hub until %1 saves it.</source>
        <translation>已放在服务器上，等 %1 保存。</translation>
    </message>
    <message>
        <source>%1 has saved it.</source>
        <translation>%1 已经保存了。</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>已保存到这台电脑。</translation>
    </message>
    <message>
        <source>%1 did not want this file.</source>
        <translation>%1 没有要这个文件。</translation>
    </message>
    <message>
        <source>You did not want this file.</source>
        <translation>您没有要这个文件。</translation>
    </message>
    <message>
        <source>You took it back.</source>
        <translation>您收回了。</translation>
    </message>
    <message>
        <source>%1 took it back.</source>
        <translation>%1 收回了。</translation>
    </message>
    <message>
        <source>%1 did not save it in time. Send it once more.</source>
        <translation>%1 没有及时保存。请再发一次。</translation>
    </message>
    <message>
        <source>It is not kept any more. Ask %1 to send it once more.</source>
        <translation>文件已不再保留。请让 %1 再发一次。</translation>
    </message>
    <message>
        <source>“%1” (%2). %3</source>
        <translation>“%1”（%2）。%3</translation>
    </message>
    <message>
        <source>This hub is an older one and cannot recognise phrases. Your rule is saved, but its phrase does nothing here. Choose another place in the rule, or ask whoever runs the hub to renew it.</source>
        <translation>这个会合点版本较旧，不能识别口令。规则已保存，但它的口令在这里不起作用。请在规则里另选识别的地方，或请管理会合点的人更新它。</translation>
    </message>
    <message>
        <source>The hub recognises no more phrases for you. Your rules are saved, but those that it should recognise for %1 do nothing. Choose another place in some of them.</source>
        <translation>会合点不能再为您识别更多口令。规则已保存，但本应由它为%1识别的规则不起作用。请在其中一些规则里另选识别的地方。</translation>
    </message>
    <message>
        <source>%1 may open “%2” again without asking you. You can end this in the settings, under Shared folders.</source>
        <translation>%1 以后可以不再询问您就打开“%2”。您可以在设置的“共享的文件夹”里结束它。</translation>
    </message>
    <message>
        <source>You may open “%2” of %1 again without asking, whenever both of you are online.</source>
        <translation>只要你们两人都在线，您就可以再次打开 %1 的“%2”，不用再问。</translation>
    </message>
    <message>
        <source>%1 may not open “%2” any more without asking you.</source>
        <translation>不再询问您，%1 就不能再打开“%2”了。</translation>
    </message>
    <message>
        <source>“%2” of %1 is not shared with you any more.</source>
        <translation>%1 的“%2”不再与您共享。</translation>
    </message>
    <message>
        <source>“%2” was not opened: %1 does not share it with you any more.</source>
        <translation>没有打开“%2”：%1 不再与您共享它。</translation>
    </message>
    <message>
        <source>%1 wanted to open “%2” and could not: it is not where it was, it is another one now, or it may not be shared.</source>
        <translation>%1 想打开“%2”，但没有打开：它不在原来的地方，或者已经换成了另一个，或者不可以共享。</translation>
    </message>
    <message>
        <source>“%2” was not opened: on the computer of %1 it is not what it was when it was shared.</source>
        <translation>没有打开“%2”：%1 的电脑上的它已经不是当初共享的那个了。</translation>
    </message>
    <message>
        <source>“%2” was not opened: nobody is at the computer of %1 now. Try again a little later.</source>
        <translation>没有打开“%2”：%1 的电脑前现在没有人。请过一会儿再试。</translation>
    </message>
    <message>
        <source>“%2” was not opened: the computer of %1 cannot do this now. Try again a little later.</source>
        <translation>没有打开“%2”：%1 的电脑现在做不到。请过一会儿再试。</translation>
    </message>
    <message>
        <source>This file cannot be recognised.</source>
        <translation>这个文件无法识别。</translation>
    </message>
    <message>
        <source>There is too little to see in this picture. Take one with more in it.</source>
        <translation>这张图片里能看到的东西太少，请换一张内容多一些的。</translation>
    </message>
    <message>
        <source>This is too short. Take one of six seconds or more.</source>
        <translation>这个太短了，请换一个六秒以上的。</translation>
    </message>
    <message>
        <source>There is too little to hear in this. Take one with speech or music.</source>
        <translation>这里面能听到的东西太少，请换一段有说话声或音乐的。</translation>
    </message>
    <message>
        <source>There is too little to see in this clip.</source>
        <translation>这段视频里能看到的东西太少。</translation>
    </message>
    <message>
        <source>Nothing moves in this clip. Take a picture instead.</source>
        <translation>这段视频里没有东西在动，请改用图片。</translation>
    </message>
    <message>
        <source>This looks or sounds too much like the one of another rule.</source>
        <translation>这个看起来或听起来太像另一条规则里的那个了。</translation>
    </message>
    <message>
        <source>There are enough rules with pictures, sounds and clips for this person.</source>
        <translation>给这个人的图片、声音和视频规则已经够多了。</translation>
    </message>
    <message>
        <source>A sound</source>
        <translation>一段声音</translation>
    </message>
    <message>
        <source>A clip</source>
        <translation>一段视频</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>一张图片</translation>
    </message>
    <message>
        <source>Please send me back this sound.</source>
        <translation>请把这段声音发回给我。</translation>
    </message>
    <message>
        <source>Please send me back this clip.</source>
        <translation>请把这段视频发回给我。</translation>
    </message>
    <message>
        <source>Please send me back this picture.</source>
        <translation>请把这张图片发回给我。</translation>
    </message>
    <message>
        <source>This file holds no phrases of Sesame.</source>
        <translation>这个文件里没有 Sesame 的口令。</translation>
    </message>
    <message>
        <source>This file was written by another version of Sesame. Please update Sesame, or ask for another file.</source>
        <translation>这个文件是由另一个版本的 Sesame 写的。请更新 Sesame，或索取另一个文件。</translation>
    </message>
    <message>
        <source>There is no phrase in this file.</source>
        <translation>这个文件里没有口令。</translation>
    </message>
    <message>
        <source>There are too many phrases in this file. %1 are the most.</source>
        <translation>这个文件里的口令太多，最多 %1 条。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>这里不认识“%1”。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be this.</source>
        <translation>“%1”不能是这个值。</translation>
    </message>
    <message>
        <source>This file is no readable text.</source>
        <translation>这个文件不是可读的文本。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>This cannot be read. Something is missing here or too much.</source>
        <translation>这里读不懂：缺了或多了什么。</translation>
    </message>
    <message>
        <source>This file is too large for a set of phrases.</source>
        <translation>这个文件太大，不像是一组口令。</translation>
    </message>
    <message>
        <source>The disk is full, so the file was not written. Please choose another place, or delete files that are not needed.</source>
        <translation>磁盘已满，文件没有写入。请选择别的位置，或删除不需要的文件。</translation>
    </message>
    <message>
        <source>The file cannot be written there. Please choose another place.</source>
        <translation>文件无法写到那里。请选择别的位置。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Valid for one day.</source>
        <translation>有效期一天。</translation>
    </message>
    <message>
        <source>Valid for %1 days.</source>
        <translation>有效期 %1 天。</translation>
    </message>
    <message>
        <source>You write it after they told it to you.</source>
        <translation>对方告诉您之后，由您写出来。</translation>
    </message>
    <message>
        <source>They write it after you told it to them.</source>
        <translation>您告诉对方之后，由对方写出来。</translation>
    </message>
    <message>
        <source>You answer by sending it back.</source>
        <translation>您把它发回去作为回答。</translation>
    </message>
    <message>
        <source>They answer by sending it back.</source>
        <translation>对方把它发回来作为回答。</translation>
    </message>
    <message>
        <source>You answer by pressing Yes.</source>
        <translation>您按“是”作为回答。</translation>
    </message>
    <message>
        <source>They answer by pressing Yes.</source>
        <translation>对方按“是”作为回答。</translation>
    </message>
    <message>
        <source>You answer by sending it back, or by pressing Yes.</source>
        <translation>您把它发回去，或按“是”，作为回答。</translation>
    </message>
    <message>
        <source>They answer by sending it back, or by pressing Yes.</source>
        <translation>对方把它发回来，或按“是”，作为回答。</translation>
    </message>
    <message>
        <source>It is recognised on the computer of %1.</source>
        <translation>在 %1 的电脑上识别。</translation>
    </message>
    <message>
        <source>It is recognised on this computer.</source>
        <translation>在这台电脑上识别。</translation>
    </message>
    <message>
        <source>It is recognised at the hub, which sees that a phrase was said, not which.</source>
        <translation>在会合点识别；它只知道有人说了口令，不知道是哪一句。</translation>
    </message>
    <message>
        <source>Valid until %1.</source>
        <translation>有效期至 %1。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>The same is there already</source>
        <translation>已经有一样的</translation>
    </message>
    <message>
        <source>Takes the place of “%1”</source>
        <translation>代替“%1”</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>不行：%1</translation>
    </message>
    <message>
        <source>Not possible: it is not valid here.</source>
        <translation>不行：它在这里无效。</translation>
    </message>
    <message>
        <source>Not possible: a newer version is there already.</source>
        <translation>不行：已经有更新的版本。</translation>
    </message>
    <message>
        <source>Not possible: there are too many rules already.</source>
        <translation>不行：规则已经太多。</translation>
    </message>
    <message>
        <source>Not possible: its time is over.</source>
        <translation>不行：它已过期。</translation>
    </message>
    <message>
        <source>You offered a phrase: “%1”</source>
        <translation>您提供了一条口令：“%1”</translation>
    </message>
    <message>
        <source>You offered %1 phrases: “%2”</source>
        <translation>您提供了 %1 条口令：“%2”</translation>
    </message>
    <message>
        <source>%1 offers you a phrase: “%2”</source>
        <translation>%1 向您提供一条口令：“%2”</translation>
    </message>
    <message>
        <source>%1 offers you %2 phrases: “%3”</source>
        <translation>%1 向您提供 %2 条口令：“%3”</translation>
    </message>
    <message>
        <source>You made this group. Whoever says yes is in it.</source>
        <translation>您建立了这个群。同意的人就加入了。</translation>
    </message>
    <message>
        <source>You joined this group.</source>
        <translation>您加入了这个群。</translation>
    </message>
    <message>
        <source>%1 was asked to join.</source>
        <translation>已询问 %1 是否加入。</translation>
    </message>
    <message>
        <source>%1 joined.</source>
        <translation>%1 加入了。</translation>
    </message>
    <message>
        <source>%1 does not want to join.</source>
        <translation>%1 不想加入。</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>%1 退出了。</translation>
    </message>
    <message>
        <source>%1 is not in it any more.</source>
        <translation>%1 已不在这个群里。</translation>
    </message>
    <message>
        <source>The group is called “%1” now.</source>
        <translation>这个群现在叫“%1”。</translation>
    </message>
    <message>
        <source>You left this group.</source>
        <translation>您退出了这个群。</translation>
    </message>
    <message>
        <source>You were taken out of this group.</source>
        <translation>您已被移出这个群。</translation>
    </message>
    <message>
        <source>This group has ended.</source>
        <translation>这个群已经解散。</translation>
    </message>
    <message>
        <source>%2 asked %1 to send back a phrase.</source>
        <translation>%2 请 %1 回复一句话。</translation>
    </message>
    <message>
        <source>A message of %1 was not taken: it says that others are in this group than you know. Ask whoever made the group.</source>
        <translation>没有接收 %1 的一条消息：其中的成员名单与您知道的不同。请询问建群的人。</translation>
    </message>
    <message>
        <source>More than one person asked you for this phrase here, so nothing was started. Answer the one whom you mean in a conversation with them alone.</source>
        <translation>这里不止一个人请您回复这句话，所以没有启动任何东西。请在与您所指的那个人的单独对话中回复。</translation>
    </message>
    <message>
        <source>%1 is not among your contacts.</source>
        <translation>%1 不在您的联系人中。</translation>
    </message>
    <message>
        <source>%1 has not joined yet.</source>
        <translation>%1 还没有加入。</translation>
    </message>
    <message>
        <source>%1 has another key now than in this group.</source>
        <translation>%1 现在的密钥与这个群里的不同。</translation>
    </message>
    <message>
        <source>You blocked %1.</source>
        <translation>您屏蔽了 %1。</translation>
    </message>
    <message>
        <source>In a group a phrase is recognised on the computer of the person whom you help, nowhere else. Choose that place in the rule.</source>
        <translation>在群里，一句话只在您帮助的那个人的电脑上识别。请在规则中选择这个位置。</translation>
    </message>
    <message>
        <source>Pictures, sounds and clips cannot be sent back in a group. Ask for it in a conversation of two.</source>
        <translation>群里不能回复图片、声音和短片。请在两个人的对话中请对方回复。</translation>
    </message>
    <message>
        <source>%1 has given up “%2” and may not open it any more without asking you.</source>
        <translation>%1 放弃了“%2”，以后不再询问您就不能打开它。</translation>
    </message>
    <message>
        <source>You have given up “%2” of %1. To open it again, ask for it anew.</source>
        <translation>您放弃了 %1 的“%2”。想再打开，需要重新请求。</translation>
    </message>
    <message>
        <source>%1 said yes, but the word of it came more than two minutes late, so nothing was opened. If both of you were online, the clocks of your computers differ: set them right, and ask again.</source>
        <translation>%1 同意了，但这个消息迟到了两分钟以上，所以什么也没有打开。如果当时你们都在线，就是两台电脑的时钟不一致：请把时间调准，再请求一次。</translation>
    </message>
    <message>
        <source>%1 has accepted the phrases “%2”.</source>
        <translation>%1 接受了“%2”这套短语。</translation>
    </message>
    <message>
        <source>%1 does not want the phrases “%2”.</source>
        <translation>%1 不要“%2”这套短语。</translation>
    </message>
    <message>
        <source>“%2” was not sent beside the invitation: it is gone, or no longer what the rule is about. Send the right one to %1 yourself, so that it can be sent back.</source>
        <translation>“%2”没有随邀请一起发出：它已经不在了，或者已经不是这条规则所指的那个文件。请您自己把正确的文件发给 %1，对方才能发回来。</translation>
    </message>
    <message>
        <source>%1 asked for this in the group “%2”. Nothing was started here; please answer there.</source>
        <translation>%1 是在群“%2”里请您这样做的。这里什么也没有启动，请在那个群里回答。</translation>
    </message>
    <message>
        <source>“%1” was not found on the computer of %2.</source>
        <translation>在 %2 的电脑上找不到“%1”。</translation>
    </message>
    <message>
        <source>“%1” may not be opened on the computer of %2.</source>
        <translation>%2 的电脑上不允许打开“%1”。</translation>
    </message>
    <message>
        <source>The settings page “%1” may not be shown on the computer of %2.</source>
        <translation>%2 的电脑上不允许显示设置页面“%1”。</translation>
    </message>
    <message>
        <source>The setting “%1” may not be changed to “%2” on the computer of %3.</source>
        <translation>%3 的电脑上不允许把设置“%1”改为“%2”。</translation>
    </message>
    <message>
        <source>“%1” may not be shared from the computer of %2.</source>
        <translation>“%1”不允许从 %2 的电脑共享。</translation>
    </message>
    <message>
        <source>Another question is still open. Answer that one first, then try this again.</source>
        <translation>还有一个问题没有回答。请先回答它，再试一次。</translation>
    </message>
    <message>
        <source>This cannot be started while somebody uses your mouse and keyboard, nor in the minute after. Try again a little later.</source>
        <translation>有人使用您的鼠标和键盘时，以及之后的一分钟内，不能启动这项操作。请稍后再试。</translation>
    </message>
    <message>
        <source>%2 sees your screen now. If you want %1 to help instead, stop that first and try again.</source>
        <translation>%2 现在能看到您的屏幕。如果您想让 %1 来帮忙，请先停止，再试一次。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences; without the room between them where a language leaves none.</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>FileAct</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>不用了，谢谢</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save in another folder…</source>
        <translation>保存到别的文件夹…</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>发回去</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Welcome to Sesame</source>
        <translation>欢迎使用 Sesame</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>您叫什么名字？</translation>
    </message>
    <message>
        <source>The people you write with will see it.</source>
        <translation>与您聊天的人会看到它。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>For example Anna</source>
        <translation>例如：小明</translation>
    </message>
    <message>
        <source>How do you want to connect?</source>
        <translation>您想怎样连接？</translation>
    </message>
    <message>
        <source>I was sent an invitation</source>
        <translation>我收到了邀请</translation>
    </message>
    <message>
        <source>Host the meeting place on this computer</source>
        <translation>把本机作为会合点</translation>
    </message>
    <message>
        <source>Connect to an address</source>
        <translation>连接到一个地址</translation>
    </message>
    <message>
        <source>Paste the invitation</source>
        <translation>粘贴邀请</translation>
    </message>
    <message>
        <source>It is a link that begins with sesame: and came by mail or in another chat.</source>
        <translation>它是一个以 sesame: 开头的链接，通过邮件或其他聊天发来。</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation>邀请链接</translation>
    </message>
    <message>
        <source>This computer becomes the meeting place</source>
        <translation>本机将作为会合点</translation>
    </message>
    <message>
        <source>Sesame starts a small server here. Others reach you while this computer is on and in the same network. It cannot read any message.</source>
        <translation>Sesame 会在这里启动一个小服务器。只要本机开着并在同一网络中，别人就能联系到您。它读不到任何消息。</translation>
    </message>
    <message>
        <source>Where is the meeting place?</source>
        <translation>会合点在哪里？</translation>
    </message>
    <message>
        <source>Whoever runs it can tell you both.</source>
        <translation>管理它的人可以告诉您这两项。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>64 letters and digits; may be empty for a public certificate</source>
        <translation>64 个字母和数字；使用公共证书时可以留空</translation>
    </message>
    <message>
        <source>What protects your messages on this computer?</source>
        <translation>本机上用什么保护您的消息？</translation>
    </message>
    <message>
        <source>The password store of this desktop (recommended)</source>
        <translation>本桌面的密码库（推荐）</translation>
    </message>
    <message>
        <source>A passphrase that I type at each start</source>
        <translation>每次启动时输入的密码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>A key file that only my user account can read</source>
        <translation>只有我的用户账号能读取的密钥文件</translation>
    </message>
    <message>
        <source>Where there is no password store, a key file is used, and the settings say so.</source>
        <translation>如果没有密码库，就使用密钥文件，并在设置中说明。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>I see their screen</source>
        <translation>我能看到对方的屏幕</translation>
    </message>
    <message>
        <source>I see their screen and point at things with a large arrow</source>
        <translation>我能看到对方的屏幕，并用大箭头指给对方看</translation>
    </message>
    <message>
        <source>I see their screen, move their mouse and type</source>
        <translation>我能看到对方的屏幕，并操作对方的鼠标和键盘</translation>
    </message>
    <message>
        <source>%1 sees your screen</source>
        <translation>%1 正在看您的屏幕</translation>
    </message>
    <message>
        <source>%1 sees your screen and points at things</source>
        <translation>%1 正在看您的屏幕，并用箭头指给您看</translation>
    </message>
    <message>
        <source>%1 sees your screen, moves your mouse and types</source>
        <translation>%1 正在看您的屏幕，并操作您的鼠标和键盘</translation>
    </message>
    <message>
        <source>You see the screen</source>
        <translation>您能看到屏幕</translation>
    </message>
    <message>
        <source>You see the screen; your pointer is a large arrow there</source>
        <translation>您能看到屏幕；您的指针在那边是一个大箭头</translation>
    </message>
    <message>
        <source>You see the screen, move the mouse and type</source>
        <translation>您能看到屏幕，并操作鼠标和键盘</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩下不到 1 分钟</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>还剩 1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>A private window is open. %1 does not see it and cannot touch anything. A real helper never needs your bank.</source>
        <translation>打开了私密窗口。%1 看不到它，也不能操作任何东西。真正帮忙的人从不需要您的银行信息。</translation>
    </message>
    <message>
        <source>While you decide, %1 sees nothing new and cannot touch anything.</source>
        <translation>您做决定的时候，%1 看不到新内容，也不能操作任何东西。</translation>
    </message>
    <message>
        <source>Paused. %1 sees nothing new and cannot touch anything.</source>
        <translation>已暂停。%1 看不到新内容，也不能操作任何东西。</translation>
    </message>
    <message>
        <source>Paused, because this bar was hidden. %1 sees nothing new.</source>
        <translation>这个横条被挡住了，所以已暂停。%1 看不到新内容。</translation>
    </message>
    <message>
        <source>%1 has a private window open. The picture comes back when it is closed.</source>
        <translation>%1 打开了私密窗口。关闭之后画面就会回来。</translation>
    </message>
    <message>
        <source>%1 is answering a question. The picture comes back by itself.</source>
        <translation>%1 正在回答一个问题。画面会自动回来。</translation>
    </message>
    <message>
        <source>%1 has paused. The picture comes back when they go on.</source>
        <translation>%1 按了暂停。对方继续之后画面就会回来。</translation>
    </message>
    <message>
        <source>%1 cannot see the bar with the Stop button at the moment. The picture comes back by itself.</source>
        <translation>%1 暂时看不到带“停止”按钮的横条。画面会自动回来。</translation>
    </message>
    <message>
        <source>%1 has ended the help.</source>
        <translation>%1 结束了帮助。</translation>
    </message>
    <message>
        <source>You have ended the help.</source>
        <translation>您结束了帮助。</translation>
    </message>
    <message>
        <source>The time is over.</source>
        <translation>时间到了。</translation>
    </message>
    <message>
        <source>%1 is no longer at the computer: it was locked or put to sleep.</source>
        <translation>%1 已不在电脑前：电脑被锁定或进入了睡眠。</translation>
    </message>
    <message>
        <source>The connection was lost and did not come back.</source>
        <translation>连接断开了，没有恢复。</translation>
    </message>
    <message>
        <source>Something on the way has changed the picture. That must not happen, so the help has ended.</source>
        <translation>画面在路上被改动了。这不应该发生，所以帮助已结束。</translation>
    </message>
    <message>
        <source>The screen of %1 can no longer be shown.</source>
        <translation>%1 的屏幕无法再显示了。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The picture could not be saved there.</source>
        <translation>图片无法保存到那里。</translation>
    </message>
</context>
<context>
    <name>OwnPicture</name>
    <message>
        <source>%1 on blue</source>
        <translation>蓝底的%1</translation>
    </message>
    <message>
        <source>%1 on red</source>
        <translation>红底的%1</translation>
    </message>
    <message>
        <source>%1 on green</source>
        <translation>绿底的%1</translation>
    </message>
    <message>
        <source>%1 on violet</source>
        <translation>紫底的%1</translation>
    </message>
    <message>
        <source>%1 on brown</source>
        <translation>棕底的%1</translation>
    </message>
    <message>
        <source>%1 on black</source>
        <translation>黑底的%1</translation>
    </message>
    <message>
        <source>a boat</source>
        <translation>小船</translation>
    </message>
    <message>
        <source>a cup</source>
        <translation>杯子</translation>
    </message>
    <message>
        <source>a fish</source>
        <translation>小鱼</translation>
    </message>
    <message>
        <source>a flower</source>
        <translation>花朵</translation>
    </message>
    <message>
        <source>a heart</source>
        <translation>爱心</translation>
    </message>
    <message>
        <source>a house</source>
        <translation>房子</translation>
    </message>
    <message>
        <source>a moon</source>
        <translation>月亮</translation>
    </message>
    <message>
        <source>a mushroom</source>
        <translation>蘑菇</translation>
    </message>
    <message>
        <source>a star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>a sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>a tree</source>
        <translation>大树</translation>
    </message>
    <message>
        <source>an umbrella</source>
        <translation>雨伞</translation>
    </message>
</context>
<context>
    <name>RuleSets</name>
    <message>
        <source>Not accepted yet; open until %1</source>
        <translation>对方尚未接受；有效至 %1</translation>
    </message>
    <message>
        <source>None of it is in use. Open until %1</source>
        <translation>均未启用。有效至 %1</translation>
    </message>
    <message>
        <source>Accepted: %1 of %2 are in use</source>
        <translation>已接受：%2 条中有 %1 条在用</translation>
    </message>
    <message>
        <source>You said Yes: %1 of %2 are in use</source>
        <translation>您已同意：%2 条中有 %1 条在用</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>You said No. None of it is in use.</source>
        <translation>您选择了“否”。均未启用。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Taken back. None of it is in use.</source>
        <translation>已收回。均未启用。</translation>
    </message>
    <message>
        <source>Not answered in time</source>
        <translation>过期未答</translation>
    </message>
    <message>
        <source>A newer offer has taken its place</source>
        <translation>已被更新的一份代替</translation>
    </message>
    <message>
        <source>Rules of Sesame (*.sesame-rules)</source>
        <translation>Sesame 规则 (*.sesame-rules)</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>您的账号</translation>
    </message>
    <message>
        <source>Meeting place</source>
        <translation>会合点</translation>
    </message>
    <message>
        <source>What protects your messages on this computer</source>
        <translation>本机上保护消息的方式</translation>
    </message>
    <message>
        <source>Where they are kept</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Everywhere also Ctrl and plus, Ctrl and minus.</source>
        <translation>在任何地方也可以按 Ctrl 和加号、Ctrl 和减号。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Sound for new messages</source>
        <translation>新消息提示音</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Folders in which files may be looked for by name</source>
        <translation>可以按名字查找文件的文件夹</translation>
    </message>
    <message>
        <source>Allowed folders</source>
        <translation>允许的文件夹</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Blocked contacts</source>
        <translation>已屏蔽的联系人</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>解除屏蔽</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>辅助功能</translation>
    </message>
    <message>
        <source>I use an on-screen keyboard</source>
        <translation>我使用屏幕键盘</translation>
    </message>
    <message>
        <source>Programs that press keys and buttons can then also answer a question after somebody has used your mouse. Leave it off if you do not need it.</source>
        <translation>打开之后，在别人操作过您的鼠标以后，会按键和点按钮的程序也能回答问题。不需要就请不要打开。</translation>
    </message>
    <message>
        <source>Your own picture</source>
        <translation>您自己的图案</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>换一个图案</translation>
    </message>
    <message>
        <source>Only you see it, in every question that Sesame asks you. A question without it is not from Sesame: answer No.</source>
        <translation>只有您能看到它，Sesame 每次问您时都会显示它。没有这个图案的提问不是 Sesame 发出的：请点“否”。</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>%1 may see what is in “%2”, and take nothing</source>
        <translation>%1 可以看到“%2”里有什么，但不能取走</translation>
    </message>
    <message>
        <source>%1 may see and take what is in “%2”</source>
        <translation>%1 可以查看并取走“%2”里的内容</translation>
    </message>
    <message>
        <source>%1 may see and take what is in “%2”, and leave files for you</source>
        <translation>%1 可以查看并取走“%2”里的内容，还可以给您留下文件</translation>
    </message>
    <message>
        <source>nothing taken so far</source>
        <translation>到现在没有取走任何文件</translation>
    </message>
    <message>
        <source>files taken so far: %1 (%2)</source>
        <translation>到现在取走的文件：%1 个（%2）</translation>
    </message>
    <message>
        <source>%1 · files left for you: %2</source>
        <translation>%1 · 留给您的文件：%2 个</translation>
    </message>
    <message>
        <source>You see what is in it</source>
        <translation>您可以看到里面有什么</translation>
    </message>
    <message>
        <source>You see what is in it and can take copies</source>
        <translation>您可以看到里面有什么，并可以获取副本</translation>
    </message>
    <message>
        <source>You see what is in it, can take copies and leave files for them</source>
        <translation>您可以看到里面有什么，可以获取副本，还可以给对方留下文件</translation>
    </message>
    <message>
        <source>%1 has stopped sharing.</source>
        <translation>%1 已停止共享。</translation>
    </message>
    <message>
        <source>You have left.</source>
        <translation>您已离开。</translation>
    </message>
    <message>
        <source>The time is over.</source>
        <translation>时间到了。</translation>
    </message>
    <message>
        <source>%1 is no longer at the computer: it was locked or put to sleep, so nothing is shared any more.</source>
        <translation>%1 已不在电脑前：电脑被锁定或进入睡眠，所以不再共享。</translation>
    </message>
    <message>
        <source>The connection was lost and did not come back.</source>
        <translation>连接断开了，没有恢复。</translation>
    </message>
    <message>
        <source>Something came that should not have, so the connection was ended. Tell them by telephone.</source>
        <translation>收到了不该有的内容，所以连接已结束。请打电话告诉对方。</translation>
    </message>
    <message>
        <source>The computer of %1 could not go on sharing.</source>
        <translation>%1 的电脑无法继续共享。</translation>
    </message>
    <message>
        <source>This folder is not there any more, or is not shared.</source>
        <translation>这个文件夹已经不在了，或者没有共享。</translation>
    </message>
    <message>
        <source>The computer of %1 has too much to do at the moment. Please try again.</source>
        <translation>%1 的电脑现在太忙，请再试一次。</translation>
    </message>
    <message>
        <source>The computer of %1 could not read this folder.</source>
        <translation>%1 的电脑无法读取这个文件夹。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not there any more, or not shared</source>
        <translation>已经不在了，或者没有共享</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>It changed meanwhile. Please try again.</source>
        <translation>它在此期间改变了，请再试一次。</translation>
    </message>
    <message>
        <source>There is no room for it on the disk</source>
        <translation>磁盘空间不够</translation>
    </message>
    <message>
        <source>Too much at once. Please try again.</source>
        <translation>一次太多了，请再试一次。</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Sesame does not open this: it could be a program. It is in the folder, if you know what it is.</source>
        <translation>Sesame 不打开它：它可能是程序。如果您知道它是什么，它就在文件夹里。</translation>
    </message>
    <message>
        <source>It is not there any more, or no program on this computer opens it.</source>
        <translation>它已经不在了，或者这台电脑上没有能打开它的程序。</translation>
    </message>
    <message>
        <source>It could not be opened.</source>
        <translation>无法打开。</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date, as for QLocale</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sesame::app::AddContactDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>I was sent a link</source>
        <translation>别人给了我一个链接</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation>邀请链接</translation>
    </message>
    <message>
        <source>Paste it here; it begins with sesame:</source>
        <translation>粘贴到这里；它以 sesame: 开头</translation>
    </message>
    <message>
        <source>I want to invite somebody</source>
        <translation>我想邀请别人</translation>
    </message>
    <message>
        <source>Send them this link, or let them scan the picture. Whoever has it can ask to write to you.</source>
        <translation>把这个链接发给对方，或者让对方扫描这张图。拿到它的人可以请求与您聊天。</translation>
    </message>
    <message>
        <source>Your own invitation link</source>
        <translation>您自己的邀请链接</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>sesame::app::AnswerCard</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 would like your help. Do you agree?</source>
        <translation>%1 想请您帮忙。您同意吗？</translation>
    </message>
    <message>
        <source>%1 asks you</source>
        <translation>%1 问您</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>After your Yes they are asked once more, on their screen: %1</source>
        <translation>您同意后，对方屏幕上还会再问一次：%1</translation>
    </message>
    <message>
        <source>After your Yes, Sesame asks once more: %1</source>
        <translation>按“是”之后，Sesame 还会再问您一次：%1</translation>
    </message>
    <message>
        <source>Yes to “%1”</source>
        <translation>对“%1”回答是</translation>
    </message>
    <message>
        <source>No to “%1”</source>
        <translation>对“%1”回答否</translation>
    </message>
    <message>
        <source>%1 said yes to what you asked for. Go on?</source>
        <translation>%1 同意了您的请求。现在继续吗？</translation>
    </message>
</context>
<context>
    <name>sesame::app::Application</name>
    <message>
        <source>%1
Press Back to check what you entered.</source>
        <translation>%1
请按“返回”，检查您填写的内容。</translation>
    </message>
    <message>
        <source>The key of your messages cannot be fetched from the password store of this desktop.</source>
        <translation>无法从本桌面的密码库取得消息的密钥。</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Making your key and connecting.</source>
        <translation>正在生成您的密钥并连接。</translation>
    </message>
    <message>
        <source>The key for your messages could not be made.</source>
        <translation>无法生成保护消息的密钥。</translation>
    </message>
    <message>
        <source>Another program has your messages open. Please close it first.</source>
        <translation>另一个程序正在使用您的消息，请先关闭它。</translation>
    </message>
    <message>
        <source>Your messages cannot be opened. The file is damaged, or the key is another one.</source>
        <translation>无法打开您的消息。文件已损坏，或者密钥不对。</translation>
    </message>
    <message>
        <source>The meeting place on this computer does not start.</source>
        <translation>本机的会合点无法启动。</translation>
    </message>
    <message>
        <source>The program sesame-hub is not installed, so this computer cannot be the meeting place.</source>
        <translation>没有安装 sesame-hub 程序，所以本机不能作为会合点。</translation>
    </message>
    <message>
        <source>That is not a usable address or link. Please check it.</source>
        <translation>这个地址或链接不能使用，请检查一下。</translation>
    </message>
    <message>
        <source>The account could not be made.</source>
        <translation>无法创建账号。</translation>
    </message>
    <message>
        <source>The address of the meeting place could not be stored.</source>
        <translation>无法保存会合点的地址。</translation>
    </message>
    <message>
        <source>Your messages were kept by a newer Sesame than this one. Nothing is lost: please install the newer one again.</source>
        <translation>您的消息是由更新版本的 Sesame 保存的。什么都没有丢失：请重新安装较新的版本。</translation>
    </message>
    <message>
        <source>Your messages cannot be opened, because the disk is full. Please make room and start Sesame again.</source>
        <translation>磁盘已满，无法打开您的消息。请腾出一些空间，然后重新启动 Sesame。</translation>
    </message>
    <message>
        <source>Your messages cannot be opened, because the folder %1 cannot be read or written.</source>
        <translation>无法打开您的消息，因为文件夹 %1 不能读取或写入。</translation>
    </message>
</context>
<context>
    <name>sesame::app::AuditViewer</name>
    <message>
        <source>Invitation arrived</source>
        <translation>收到邀请</translation>
    </message>
    <message>
        <source>You were asked</source>
        <translation>询问了您</translation>
    </message>
    <message>
        <source>You answered</source>
        <translation>您作了回答</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>State of the history</source>
        <translation>记录的状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>另存为文本文件…</translation>
    </message>
    <message>
        <source>The history cannot be read.</source>
        <translation>无法读取记录。</translation>
    </message>
    <message>
        <source>Complete and unaltered.</source>
        <translation>完整，没有被改动。</translation>
    </message>
    <message>
        <source>Altered from entry %1 on: somebody changed or removed entries.</source>
        <translation>从第 %1 条起被改动：有人修改或删除了记录。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, detail</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>Invitation refused</source>
        <translation>邀请被拒绝</translation>
    </message>
    <message>
        <source>Invitation taken back</source>
        <translation>邀请被收回</translation>
    </message>
    <message>
        <source>Invitation ran out</source>
        <translation>邀请已过期</translation>
    </message>
    <message>
        <source>Invitation used</source>
        <translation>邀请已使用</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>邀请被谢绝</translation>
    </message>
    <message>
        <source>You sent the phrase</source>
        <translation>您发送了口令</translation>
    </message>
    <message>
        <source>You sent something like the phrase</source>
        <translation>您发送了近似口令的话</translation>
    </message>
    <message>
        <source>You meant the phrase</source>
        <translation>您确认就是这句口令</translation>
    </message>
    <message>
        <source>You did not mean the phrase</source>
        <translation>您说的不是这句口令</translation>
    </message>
    <message>
        <source>None of the files was meant</source>
        <translation>不是其中任何一个文件</translation>
    </message>
    <message>
        <source>Not asked, so soon after a No</source>
        <translation>刚拒绝过，没有再询问</translation>
    </message>
    <message>
        <source>Not asked, another question was open</source>
        <translation>有别的问题未答，没有询问</translation>
    </message>
    <message>
        <source>Rule arrived</source>
        <translation>收到规则</translation>
    </message>
    <message>
        <source>Rule refused</source>
        <translation>规则被拒绝</translation>
    </message>
    <message>
        <source>Rule removed</source>
        <translation>规则被删除</translation>
    </message>
    <message>
        <source>You asked to be a contact</source>
        <translation>您请求成为联系人</translation>
    </message>
    <message>
        <source>Asked to be a contact</source>
        <translation>请求成为联系人</translation>
    </message>
    <message>
        <source>Contact accepted</source>
        <translation>已接受联系人</translation>
    </message>
    <message>
        <source>Contact declined</source>
        <translation>已拒绝联系人</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>No longer blocked</source>
        <translation>已解除屏蔽</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>密钥已变</translation>
    </message>
    <message>
        <source>New key accepted</source>
        <translation>已接受新密钥</translation>
    </message>
    <message>
        <source>Safety number compared</source>
        <translation>已核对安全码</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>没有及时回答</translation>
    </message>
    <message>
        <source>the question was taken back</source>
        <translation>问题被收回</translation>
    </message>
    <message>
        <source>the question could not be seen</source>
        <translation>看不到问题</translation>
    </message>
    <message>
        <source>On the other computer</source>
        <translation>在对方电脑上</translation>
    </message>
    <message>
        <source>You began to share</source>
        <translation>您开始共享</translation>
    </message>
    <message>
        <source>Taken from you</source>
        <translation>从您这里取走</translation>
    </message>
    <message>
        <source>Left for you</source>
        <translation>给您留下</translation>
    </message>
    <message>
        <source>You no longer share</source>
        <translation>您不再共享</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>共享给您</translation>
    </message>
    <message>
        <source>No longer shared with you</source>
        <translation>不再共享给您</translation>
    </message>
    <message>
        <source>to look only</source>
        <translation>只能查看</translation>
    </message>
    <message>
        <source>to look and take</source>
        <translation>查看并取走</translation>
    </message>
    <message>
        <source>to look, take and leave files</source>
        <translation>查看、取走并留下文件</translation>
    </message>
    <message>
        <source>stopped by whoever shared</source>
        <translation>由共享的一方停止</translation>
    </message>
    <message>
        <source>left by the helper</source>
        <translation>帮忙的一方离开</translation>
    </message>
    <message>
        <source>the time was over</source>
        <translation>时间到了</translation>
    </message>
    <message>
        <source>the computer was locked or left</source>
        <translation>电脑被锁定或无人使用</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>something came in between</source>
        <translation>有东西从中干扰</translation>
    </message>
    <message>
        <source>the program could not go on</source>
        <translation>程序无法继续</translation>
    </message>
    <message>
        <source>May be opened again without a question</source>
        <translation>以后可以不问就打开</translation>
    </message>
    <message>
        <source>Opened again without a question</source>
        <translation>再次打开，没有询问</translation>
    </message>
    <message>
        <source>Not opened again</source>
        <translation>没有再次打开</translation>
    </message>
    <message>
        <source>May no longer be opened without a question</source>
        <translation>不再可以不问就打开</translation>
    </message>
    <message>
        <source>You may open it again</source>
        <translation>您可以再次打开</translation>
    </message>
    <message>
        <source>You wanted to open it again</source>
        <translation>您想再次打开</translation>
    </message>
    <message>
        <source>You were not let in again</source>
        <translation>没有让您再次打开</translation>
    </message>
    <message>
        <source>You may not open it again any more</source>
        <translation>您不能再次打开了</translation>
    </message>
    <message>
        <source>Kept by you</source>
        <translation>您留下了</translation>
    </message>
    <message>
        <source>Deleted by you</source>
        <translation>您删除了</translation>
    </message>
    <message>
        <source>You sent a file that looks like the one asked for</source>
        <translation>您发出了一个文件，像是对方要您发回的那一个</translation>
    </message>
    <message>
        <source>Rules were offered to you</source>
        <translation>有人向您提供了规则</translation>
    </message>
    <message>
        <source>You offered rules</source>
        <translation>您提供了规则</translation>
    </message>
    <message>
        <source>Offered rules accepted</source>
        <translation>提供的规则已被接受</translation>
    </message>
    <message>
        <source>Offered rules declined</source>
        <translation>提供的规则被拒绝</translation>
    </message>
    <message>
        <source>Offer taken back</source>
        <translation>提供已收回</translation>
    </message>
    <message>
        <source>Offer ran out</source>
        <translation>提供已过期</translation>
    </message>
    <message>
        <source>Offer replaced by a newer one</source>
        <translation>提供已被更新的代替</translation>
    </message>
    <message>
        <source>Offer refused</source>
        <translation>提供被本机拒绝</translation>
    </message>
    <message>
        <source>both asked at the same time</source>
        <translation>双方同时提出</translation>
    </message>
</context>
<context>
    <name>sesame::app::ChoiceDialog</name>
    <message>
        <source>Which file?</source>
        <translation>哪个文件？</translation>
    </message>
    <message>
        <source>Several files are called “%1”. Which one do you mean?</source>
        <translation>有几个文件都叫“%1”。您指的是哪一个？</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>There are more; a longer name would help.</source>
        <translation>还有更多；名字写得长一些会更好找。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>就是它</translation>
    </message>
</context>
<context>
    <name>sesame::app::ChooseRulesForm</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>这组规则的名称</translation>
    </message>
    <message>
        <source>For example: Family</source>
        <translation>例如：家人</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 / %2</translation>
    </message>
</context>
<context>
    <name>sesame::app::CommandForm</name>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sound for new messages</source>
        <translation>新消息提示音</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Open a program</source>
        <translation>打开一个程序</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开一个文件</translation>
    </message>
    <message>
        <source>Change this chat program</source>
        <translation>更改本聊天程序</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Name of the program, for example Calculator</source>
        <translation>程序的名字，例如：计算器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name of the file, or its whole path</source>
        <translation>文件名，或完整路径</translation>
    </message>
    <message>
        <source>A name is looked for in the folders that the other person allows; with several hits they choose.</source>
        <translation>会在对方允许的文件夹里按名字查找；找到多个时由对方选择。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新的值</translation>
    </message>
    <message>
        <source>Show the page “%1”</source>
        <translation>显示“%1”页面</translation>
    </message>
    <message>
        <source>Not installed on this computer. It may still be on theirs.</source>
        <translation>本机没有安装，但对方的电脑上可能有。</translation>
    </message>
    <message>
        <source>On this computer that is “%1”. What counts is what is installed on theirs.</source>
        <translation>在本机上它是“%1”。以对方电脑上安装的为准。</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>辅助功能</translation>
    </message>
    <message>
        <source>Let me see or use their screen</source>
        <translation>让我看到或操作对方的屏幕</translation>
    </message>
    <message>
        <source>Share a folder or file of theirs with me</source>
        <translation>把对方的文件夹或文件共享给我</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>共享的文件夹</translation>
    </message>
</context>
<context>
    <name>sesame::app::Composer</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>邀请…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Send a file</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>Speak a voice message</source>
        <translation>说一段语音</translation>
    </message>
    <message>
        <source>Not while somebody uses your mouse and keyboard</source>
        <translation>别人正在使用您的鼠标和键盘，暂时不行</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>在这里写</translation>
    </message>
</context>
<context>
    <name>sesame::app::ConsentDialog</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, do it</source>
        <translation>是，执行</translation>
    </message>
    <message>
        <source>Sesame asks you</source>
        <translation>Sesame 在问您</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>具体内容</translation>
    </message>
    <message>
        <source>There is no hurry. Without an answer, nothing happens.</source>
        <translation>不用着急。您不回答，就什么都不会发生。</translation>
    </message>
    <message>
        <source>In your contacts since %1</source>
        <translation>自 %1 起是您的联系人</translation>
    </message>
    <message>
        <source>%1 · safety number compared</source>
        <translation>%1 · 已核对安全码</translation>
    </message>
    <message>
        <source>%1 · safety number not compared yet</source>
        <translation>%1 · 尚未核对安全码</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>屏蔽 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>You can stop at any time: hold Esc, or press Stop at the top of the screen. Without an answer, nothing happens.</source>
        <translation>您随时可以停止：按住 Esc 键，或点屏幕顶端的“停止”。不回答就什么也不会发生。</translation>
    </message>
    <message>
        <source>You can stop at any time: write “stop”, or press Stop. Without an answer, nothing happens.</source>
        <translation>您可以随时停止：写“停止”，或按“停止”。如果不回答，什么也不会发生。</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的图案</translation>
    </message>
</context>
<context>
    <name>sesame::app::ContactDelegate</name>
    <message>
        <source>wants to write to you</source>
        <translation>想与您聊天</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>还没有回应</translation>
    </message>
</context>
<context>
    <name>sesame::app::ContactList</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>这里还没有人</translation>
    </message>
    <message>
        <source>Choose “Add contact”. Send your own invitation link to the other person, or paste the link that they sent you.</source>
        <translation>请选择“添加联系人”。把您自己的邀请链接发给对方，或者粘贴对方发给您的链接。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
</context>
<context>
    <name>sesame::app::ContactModel</name>
    <message>
        <source>, online</source>
        <translation>，在线</translation>
    </message>
    <message numerus="yes">
        <source>, %n unread message(s)</source>
        <translation>
            <numerusform>，%n 条未读消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sesame::app::ConversationHeader</name>
    <message>
        <source>Has not answered yet</source>
        <translation>还没有回应</translation>
    </message>
    <message>
        <source>Not in your contacts yet</source>
        <translation>还不是您的联系人</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Not online now</source>
        <translation>现在不在线</translation>
    </message>
    <message>
        <source>%1 · safety number compared</source>
        <translation>%1 · 已核对安全码</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Safety number</source>
        <translation>安全码</translation>
    </message>
    <message>
        <source>See their screen</source>
        <translation>看对方的屏幕</translation>
    </message>
    <message>
        <source>See their files</source>
        <translation>看对方的文件</translation>
    </message>
    <message>
        <source>Shared with you: %1</source>
        <translation>与您共享：%1</translation>
    </message>
    <message>
        <source>Shared with you: %1 folders</source>
        <translation>与您共享：%1 个文件夹</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>共享给您的</translation>
    </message>
</context>
<context>
    <name>sesame::app::ConversationView</name>
    <message>
        <source>Compare safety number</source>
        <translation>核对安全码</translation>
    </message>
    <message>
        <source>I have checked: accept the new key</source>
        <translation>我已核对：接受新密钥</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>The key of %1 has changed. That happens with a new computer; it also happens when somebody else pretends to be %1. Until you have checked, no help can start.</source>
        <translation>%1 的密钥变了。换了新电脑会这样；有人冒充 %1 时也会这样。在您核对之前，不能开始任何帮助。</translation>
    </message>
    <message>
        <source>%1 wants to write to you. Accept only if you know who it is.</source>
        <translation>%1 想与您聊天。只有知道对方是谁时才接受。</translation>
    </message>
    <message>
        <source>You can write as soon as %1 accepts</source>
        <translation>%1 接受后即可写消息</translation>
    </message>
    <message>
        <source>You can write as soon as you accept</source>
        <translation>您接受后即可写消息</translation>
    </message>
</context>
<context>
    <name>sesame::app::DurationChoice</name>
    <message>
        <source>For at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>一个星期</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>一个月</translation>
    </message>
    <message>
        <source>Until I end it</source>
        <translation>直到我结束它</translation>
    </message>
    <message>
        <source>With one of these three, they may open it again without asking you, whenever you are both online. You find it in the settings, under “Shared folders”, and end it there.</source>
        <translation>选这三项之一，只要你们都在线，对方就可以再次打开，不再询问您。您可以在设置的“共享的文件夹”里找到它，并在那里结束。</translation>
    </message>
</context>
<context>
    <name>sesame::app::ExportRulesDialog</name>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>导出规则</translation>
    </message>
    <message>
        <source>The file holds the phrases and what they do. It holds no keys and no names of people, and can be read with any text program.</source>
        <translation>文件里有口令和它们的作用，没有密钥，也没有人名，用任何文本程序都能阅读。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>选择别的位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is such a file already. Replace it?</source>
        <translation>已经有这个文件。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>sesame::app::FileCard</name>
    <message>
        <source>%1 of %2</source>
        <comment>sizes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>How much of it has moved</source>
        <translation>已经传了多少</translation>
    </message>
</context>
<context>
    <name>sesame::app::FirstStart</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>That did not work yet</source>
        <translation>还没有成功</translation>
    </message>
    <message>
        <source>Welcome to Sesame</source>
        <translation>欢迎使用 Sesame</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Please write your name.</source>
        <translation>请写下您的名字。</translation>
    </message>
    <message>
        <source>That is not an invitation link; it begins with sesame:</source>
        <translation>这不是邀请链接；邀请链接以 sesame: 开头</translation>
    </message>
    <message>
        <source>The address begins with wss://</source>
        <translation>地址以 wss:// 开头</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase needs at least %n character(s).</source>
        <translation>
            <numerusform>密码至少需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Making your key and connecting.</source>
        <translation>正在生成您的密钥并连接。</translation>
    </message>
    <message>
        <source>This name is too long, or has signs in it that cannot be shown. Please write a shorter one.</source>
        <translation>这个名字太长，或者含有无法显示的符号。请写短一点。</translation>
    </message>
</context>
<context>
    <name>sesame::app::FolderDialog</name>
    <message>
        <source>Which folder?</source>
        <translation>哪个文件夹？</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files cannot be kept there. Please choose another folder.</source>
        <translation>文件不能存放在那里，请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>sesame::app::GoOnQuestion</name>
    <message>
        <source>Shall the help go on?</source>
        <translation>还要继续帮助吗？</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No, stop</source>
        <translation>不，停止</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>是，继续</translation>
    </message>
    <message>
        <source>Until you answer, nothing can be touched. Without an answer, the help ends in a few minutes.</source>
        <translation>您回答之前，什么也不能被操作。不回答的话，帮助几分钟后就会结束。</translation>
    </message>
    <message>
        <source>%1 has been helping for %2 minutes. Shall it go on?</source>
        <translation>%1 已经帮了 %2 分钟。还要继续吗？</translation>
    </message>
</context>
<context>
    <name>sesame::app::GroupDelegate</name>
    <message>
        <source>asks whether you join</source>
        <translation>询问您是否加入</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>已解散</translation>
    </message>
    <message>
        <source>you are not in it any more</source>
        <translation>您已不在其中</translation>
    </message>
</context>
<context>
    <name>sesame::app::GroupMembersDialog</name>
    <message>
        <source>You. You made this group.</source>
        <translation>您。您建立了这个群。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Made this group</source>
        <translation>建立了这个群</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>在群里</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>添加成员…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>给群改名</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>群的名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Members of “%1”</source>
        <translation>“%1”的成员</translation>
    </message>
    <message>
        <source>End the group</source>
        <translation>解散群</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>退出群</translation>
    </message>
    <message>
        <source>Ask to be contacts</source>
        <translation>请求成为联系人</translation>
    </message>
    <message>
        <source>Ask %1 to be contacts</source>
        <translation>请求与 %1 成为联系人</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Was in the group</source>
        <translation>曾在群里</translation>
    </message>
</context>
<context>
    <name>sesame::app::GroupModel</name>
    <message>
        <source>Group %1</source>
        <translation>群 %1</translation>
    </message>
    <message>
        <source>, %1 unread</source>
        <translation>，%1 条未读</translation>
    </message>
    <message>
        <source>%1 people: %2</source>
        <comment>how many, names</comment>
        <translation>%1 人：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, asks whether you join</source>
        <translation>，询问您是否加入</translation>
    </message>
</context>
<context>
    <name>sesame::app::GroupPane</name>
    <message>
        <source>Not to: %1</source>
        <translation>未发送给：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This group has ended</source>
        <translation>这个群已经解散</translation>
    </message>
    <message>
        <source>Members…</source>
        <translation>成员…</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, join</source>
        <translation>好，加入</translation>
    </message>
    <message>
        <source>Files cannot be sent in a group yet.</source>
        <translation>群里还不能发送文件。</translation>
    </message>
    <message>
        <source>%1 asks whether you join the group “%2”. %3. Everybody in it reads what you write there. Before your Yes you see nothing of it.</source>
        <translation>%1 询问您是否加入群“%2”。%3。您在那里写的内容，群里的每个人都能看到。在您同意之前，您看不到群里的任何内容。</translation>
    </message>
    <message>
        <source>Join to write</source>
        <translation>加入后即可书写</translation>
    </message>
    <message>
        <source>You are not in it now</source>
        <translation>您已不在群里</translation>
    </message>
</context>
<context>
    <name>sesame::app::HelpBanner</name>
    <message>
        <source>Waiting for the connection · %1</source>
        <translation>正在等待连接 · %1</translation>
    </message>
    <message>
        <source>Your own hand counts now · %1</source>
        <translation>现在由您自己操作 · %1</translation>
    </message>
    <message>
        <source>Stop at any time: hold Esc · %1</source>
        <translation>随时可停：按住 Esc 键 · %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Help is running</source>
        <translation>正在接受帮助</translation>
    </message>
    <message>
        <source>Stop the help now</source>
        <translation>现在停止帮助</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on with the help</source>
        <translation>继续帮助</translation>
    </message>
    <message>
        <source>Pause the help</source>
        <translation>暂停帮助</translation>
    </message>
    <message>
        <source>Help is running: %1. %2</source>
        <translation>正在接受帮助：%1。%2</translation>
    </message>
</context>
<context>
    <name>sesame::app::HelpBanners</name>
    <message>
        <source>The help has ended</source>
        <translation>帮助已经结束</translation>
    </message>
</context>
<context>
    <name>sesame::app::HelpBar</name>
    <message>
        <source>Stop the help</source>
        <translation>停止帮助</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Only let them look</source>
        <translation>只让对方看</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1. You can also write “stop”.</source>
        <translation>%1。您也可以写“停止”。</translation>
    </message>
</context>
<context>
    <name>sesame::app::HostedHelp</name>
    <message>
        <source>Nothing is copied, so nothing was handed over.</source>
        <translation>没有复制任何内容，所以没有交给对方任何东西。</translation>
    </message>
    <message>
        <source>The copied text could not be handed over.</source>
        <translation>复制的文字没能交给对方。</translation>
    </message>
    <message>
        <source>Help is running</source>
        <translation>正在接受帮助</translation>
    </message>
    <message>
        <source>Stop the help now</source>
        <translation>现在停止帮助</translation>
    </message>
</context>
<context>
    <name>sesame::app::HostedShareWindow</name>
    <message>
        <source>Nothing has been taken yet.</source>
        <translation>还没有取走任何文件。</translation>
    </message>
    <message>
        <source>Files left for you…</source>
        <translation>留给您的文件…</translation>
    </message>
    <message>
        <source>Files taken and left</source>
        <translation>取走和留下的文件</translation>
    </message>
    <message>
        <source>What is shared: “%1”</source>
        <translation>正在共享：“%1”</translation>
    </message>
    <message>
        <source>Until %1 · %2 · %3</source>
        <comment>time, time left, files taken</comment>
        <translation>到 %1 为止 · %2 · %3</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>停止共享</translation>
    </message>
    <message>
        <source>No longer shared</source>
        <translation>不再共享</translation>
    </message>
</context>
<context>
    <name>sesame::app::HostedShares</name>
    <message>
        <source>Files of yours are shared</source>
        <translation>您的文件正在共享</translation>
    </message>
    <message>
        <source>Stop sharing now</source>
        <translation>立即停止共享</translation>
    </message>
</context>
<context>
    <name>sesame::app::ImportRulesDialog</name>
    <message>
        <source>Rules in the file</source>
        <translation>文件里的规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>“%1”: rules for %2</source>
        <translation>“%1”：给 %2 的规则</translation>
    </message>
    <message>
        <source>These rules come from a file. Nothing is saved yet. What you save is sent to %1 at once.</source>
        <translation>这些规则来自一个文件，现在还没有保存。您保存的内容会立即发给 %1。</translation>
    </message>
    <message>
        <source>Save the chosen rules</source>
        <translation>保存选中的规则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved.</source>
        <translation>磁盘已满。什么也没有保存。</translation>
    </message>
    <message>
        <source>The rules could not be saved. Nothing has changed.</source>
        <translation>规则无法保存。什么也没有改变。</translation>
    </message>
</context>
<context>
    <name>sesame::app::InvitationCard</name>
    <message>
        <source>Open until %1</source>
        <translation>%1 前有效</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>They said No</source>
        <translation>对方选择了“否”</translation>
    </message>
    <message>
        <source>You said No</source>
        <translation>您选择了“否”</translation>
    </message>
    <message>
        <source>You took it back</source>
        <translation>您已收回</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已被收回</translation>
    </message>
    <message>
        <source>No longer valid: the time is over</source>
        <translation>已失效：时间已过</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>You asked %1 to send back this phrase</source>
        <translation>您请 %1 发回这句口令</translation>
    </message>
    <message>
        <source>%1 asks you to send back this phrase</source>
        <translation>%1 请您发回这句口令</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Copy the phrase</source>
        <translation>复制口令</translation>
    </message>
    <message>
        <source>Take back the invitation</source>
        <translation>收回邀请</translation>
    </message>
    <message>
        <source>What then happens there, after their Yes: %1</source>
        <translation>对方发回并选择“是”之后：%1</translation>
    </message>
    <message>
        <source>You asked %1 for help</source>
        <translation>您请 %1 帮忙</translation>
    </message>
    <message>
        <source>%1 would like your help</source>
        <translation>%1 想请您帮忙</translation>
    </message>
    <message>
        <source>You asked %1 to press Yes or No</source>
        <translation>您请 %1 按“是”或“否”</translation>
    </message>
    <message>
        <source>%1 asks you to press Yes or No below</source>
        <translation>%1 请您在下面按“是”或“否”</translation>
    </message>
    <message>
        <source>You asked %1 to send back this phrase, or to press Yes</source>
        <translation>您请 %1 发回这句口令，或按“是”</translation>
    </message>
    <message>
        <source>%1 asks you to send back this phrase, or to press Yes below</source>
        <translation>%1 请您发回这句口令，或在下面按“是”</translation>
    </message>
    <message>
        <source>What you asked for: %1</source>
        <translation>您想要：%1</translation>
    </message>
    <message>
        <source>What they would like: %1</source>
        <translation>对方想要：%1</translation>
    </message>
    <message>
        <source>Before anything happens, Sesame asks you. After your Yes: %1</source>
        <translation>做任何事之前，Sesame 都会先问您。您同意后：%1</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>等待对方回答</translation>
    </message>
    <message>
        <source>Waiting for your answer: press Yes or No below, or write it</source>
        <translation>等您回答：在下面按“是”或“否”，或直接写出来</translation>
    </message>
    <message>
        <source>They said Yes</source>
        <translation>对方同意了</translation>
    </message>
    <message>
        <source>You said Yes</source>
        <translation>您同意了</translation>
    </message>
    <message>
        <source>Answered with Yes</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Tell %1 this phrase, for example by telephone</source>
        <translation>请把这句口令告诉 %1，比如打电话</translation>
    </message>
    <message>
        <source>You asked %1 to send something back, or to press Yes</source>
        <translation>您请 %1 把东西发回来，或者按“是”</translation>
    </message>
    <message>
        <source>%1 asks you to send something back, or to press Yes below</source>
        <translation>%1 请您把东西发回去，或者按下面的“是”</translation>
    </message>
    <message>
        <source>You asked %1 to send something back</source>
        <translation>您请 %1 把东西发回来</translation>
    </message>
    <message>
        <source>%1 asks you to send something back</source>
        <translation>%1 请您把东西发回去</translation>
    </message>
</context>
<context>
    <name>sesame::app::LeftFilesWindow</name>
    <message>
        <source>There is no room for it on the disk.</source>
        <translation>磁盘空间不够。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>它已经不在了。</translation>
    </message>
    <message>
        <source>It could not be kept there. Please choose another folder.</source>
        <translation>不能保存在那里，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Helpers have left these files for you. They do nothing here and nothing opens them. Keep what you want to have, delete the rest.</source>
        <translation>这些是帮您的人留给您的文件。它们放在这里什么也不会做，也不会被打开。想要的请保存，其余的请删除。</translation>
    </message>
    <message>
        <source>Nobody has left anything for you.</source>
        <translation>没有人给您留下文件。</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Files left for you</source>
        <translation>留给您的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Choose files in the list first.</source>
        <translation>请先在列表里选择文件。</translation>
    </message>
    <message>
        <source>In which folder shall they be kept?</source>
        <translation>要保存在哪个文件夹？</translation>
    </message>
    <message>
        <source>Keep in this folder</source>
        <translation>保存到这个文件夹</translation>
    </message>
    <message>
        <source>Being copied…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Delete this file? It cannot be brought back.</source>
        <translation>删除这个文件吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete these %1 files? They cannot be brought back.</source>
        <translation>删除这 %1 个文件吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Kept: %1 files, the latest as %2</source>
        <comment>count, path</comment>
        <translation>已保存 %1 个文件，最后一个为 %2</translation>
    </message>
    <message>
        <source>%1 of %2 files could not be kept: %3</source>
        <comment>count, count, why</comment>
        <translation>%2 个文件中有 %1 个未能保存：%3</translation>
    </message>
</context>
<context>
    <name>sesame::app::LevelForm</name>
    <message>
        <source>For how long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
</context>
<context>
    <name>sesame::app::MainWindow</name>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>This message is too long. Please send it in parts.</source>
        <translation>这条消息太长，请分几次发送。</translation>
    </message>
    <message>
        <source>The message could not be stored. Is the disk full?</source>
        <translation>无法保存消息。磁盘满了吗？</translation>
    </message>
    <message>
        <source>“%1” — %2</source>
        <comment>phrase, command</comment>
        <translation>“%1” — %2</translation>
    </message>
    <message>
        <source>Make a new rule…</source>
        <translation>新建规则…</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>The invitation could not be made. Is the rule still there?</source>
        <translation>无法发出邀请。规则还在吗？</translation>
    </message>
    <message>
        <source>This person is in your contacts already.</source>
        <translation>这个人已经是您的联系人。</translation>
    </message>
    <message>
        <source>This link leads to another meeting place, or to yourself.</source>
        <translation>这个链接指向别的会合点，或者指向您自己。</translation>
    </message>
    <message>
        <source>That is not a whole invitation link. Please copy it once more.</source>
        <translation>这不是完整的邀请链接，请重新复制一次。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Choose somebody on the left to read and write.</source>
        <translation>请在左边选择一个人，开始阅读和书写。</translation>
    </message>
    <message>
        <source>Sesame — %1</source>
        <translation>Sesame — %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>添加联系人…</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>记录…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>About Sesame</source>
        <translation>关于 Sesame</translation>
    </message>
    <message>
        <source>Sesame %1
Chat, and help by repeating a phrase.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Sesame %1
聊天，以及用一句口令得到帮助。
自由软件，GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Files left for you…</source>
        <translation>留给您的文件…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>“%1”已经不在了。</translation>
    </message>
    <message>
        <source>“%1” cannot be sent: only single files can, and none that may hold keys or passwords.</source>
        <translation>“%1”不能发送：只能发送单个文件，而且不能是可能含有密钥或密码的文件。</translation>
    </message>
    <message>
        <source>Your hub does not pass on files.</source>
        <translation>您的服务器不能转交文件。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1”无法读取。</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>哪个文件？</translation>
    </message>
    <message>
        <source>Send this to %1?</source>
        <translation>把这个发给 %1 吗？</translation>
    </message>
    <message>
        <source>Send a file</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>Send the copied picture (%1 × %2) to %3?</source>
        <translation>把复制的图片（%1 × %2）发给 %3 吗？</translation>
    </message>
    <message>
        <source>Send a picture</source>
        <translation>发送图片</translation>
    </message>
    <message>
        <source>The picture could not be stored. Is the disk full?</source>
        <translation>无法存下这张图片。磁盘满了吗？</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>与您共享</translation>
    </message>
    <message>
        <source>This opens only while you are both online. Please try again later.</source>
        <translation>只有你们都在线时才能打开。请稍后再试。</translation>
    </message>
    <message>
        <source>This is not shared with you any more.</source>
        <translation>它不再与您共享。</translation>
    </message>
    <message>
        <source>In which folder shall “%1” be saved?</source>
        <translation>“%1”要保存到哪个文件夹？</translation>
    </message>
    <message>
        <source>Save in this folder</source>
        <translation>保存到这个文件夹</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>phrase, why not</comment>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>太晚了</translation>
    </message>
    <message>
        <source>They have answered already, or its time is over.</source>
        <translation>对方已经回答，或已过期。</translation>
    </message>
    <message>
        <source>This offer is no longer open. Nothing has changed.</source>
        <translation>这份提供已经失效。什么也没有改变。</translation>
    </message>
    <message>
        <source>Not all were taken</source>
        <translation>没有全部接收</translation>
    </message>
    <message>
        <source>These were not taken:</source>
        <translation>以下没有接收：</translation>
    </message>
    <message>
        <source>That question is no longer open. Please send the phrase again.</source>
        <translation>那个问题已经关闭。请重新发送那句话。</translation>
    </message>
    <message>
        <source>Look once more</source>
        <translation>请再看一次</translation>
    </message>
    <message>
        <source>The group has changed a moment ago. Please look who is in it now.</source>
        <translation>这个群刚刚有变化。请看看现在有谁在里面。</translation>
    </message>
    <message>
        <source>That question is no longer open.</source>
        <translation>那个问题已经关闭。</translation>
    </message>
    <message>
        <source>%1: “%2” — %3</source>
        <comment>person, phrase, command</comment>
        <translation>%1：“%2” — %3</translation>
    </message>
    <message>
        <source>You have no rules for anybody here</source>
        <translation>您没有为这里的任何人设置规则</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新群</translation>
    </message>
    <message>
        <source>Add a contact first: a group is made of your contacts.</source>
        <translation>请先添加联系人：群由您的联系人组成。</translation>
    </message>
    <message>
        <source>A group has at most 20 people.</source>
        <translation>一个群最多 20 人。</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>They have been asked. As soon as they accept, you reach each other.</source>
        <translation>已向对方发出请求。对方接受后，你们就能互相联系。</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>没有请求</translation>
    </message>
    <message>
        <source>The key of this person is not the one that the founder of the group signed. Ask the founder before you write to them.</source>
        <translation>此人的密钥与建群的人签署的不同。写信给此人之前，请先询问建群的人。</translation>
    </message>
    <message>
        <source>They could not be asked now. Please try again later.</source>
        <translation>现在无法请求。请稍后再试。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take %1 out of the group?</source>
        <translation>把 %1 移出这个群？</translation>
    </message>
    <message>
        <source>Nobody else would be left. You can end the group instead.</source>
        <translation>移除后就没有别人了。您可以改为解散这个群。</translation>
    </message>
    <message>
        <source>All your contacts are in it</source>
        <translation>您的所有联系人都在里面</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>End the group</source>
        <translation>解散群</translation>
    </message>
    <message>
        <source>End “%1” for everybody?</source>
        <translation>为所有人解散“%1”？</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>退出群</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>退出“%1”？</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新群…</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>解散</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>It cannot be sent again: they are not in this group any more, or have another key.</source>
        <translation>无法重新发送：对方已不在这个群里，或者换了密钥。</translation>
    </message>
    <message>
        <source>You are not in it now</source>
        <translation>您已不在群里</translation>
    </message>
    <message>
        <source>This name cannot be used, or is too long. Please take another one.</source>
        <translation>这个名称不能用，或者太长。请换一个。</translation>
    </message>
    <message>
        <source>Block %1? Nothing from them reaches you any more. You can undo it in the settings, under Privacy.</source>
        <translation>要屏蔽 %1 吗？屏蔽后，对方的任何消息都不会再到您这里。您可以在设置的“隐私”里取消屏蔽。</translation>
    </message>
    <message>
        <source>Rename contact…</source>
        <translation>给联系人改名…</translation>
    </message>
    <message>
        <source>Block contact…</source>
        <translation>屏蔽联系人…</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>搜索…</translation>
    </message>
</context>
<context>
    <name>sesame::app::MeantCard</name>
    <message>
        <source>Something else…</source>
        <translation>不是这个…</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, ask for that</source>
        <translation>是，请对方这样做</translation>
    </message>
    <message>
        <source>No, ask for nothing</source>
        <translation>否，什么也不用做</translation>
    </message>
    <message>
        <source>Shall %1 be asked for this?</source>
        <translation>要请 %1 这样帮您吗？</translation>
    </message>
</context>
<context>
    <name>sesame::app::MediaBox</name>
    <message>
        <source>You hear nothing: this computer has no loudspeaker.</source>
        <translation>听不到声音：这台电脑没有扬声器。</translation>
    </message>
    <message>
        <source>Place in it</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>times</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>sesame::app::MediaKey</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>A picture, a sound or a short clip that they send back.</source>
        <translation>对方要发回的图片、声音或短视频。</translation>
    </message>
    <message>
        <source>Choose a picture, sound or clip</source>
        <translation>选择图片、声音或视频</translation>
    </message>
    <message>
        <source>Which picture, sound or clip?</source>
        <translation>哪张图片、哪段声音或视频？</translation>
    </message>
    <message>
        <source>%1 is looked at…</source>
        <translation>正在查看 %1…</translation>
    </message>
    <message>
        <source>%1 is no picture, sound or clip that can be recognised.</source>
        <translation>%1 不是可以识别的图片、声音或视频。</translation>
    </message>
</context>
<context>
    <name>sesame::app::MessageDelegate</name>
    <message>
        <source>Text of this message</source>
        <translation>这条消息的文字</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>time, delivery state</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>sesame::app::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select a part of the text</source>
        <translation>选取部分文字</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
</context>
<context>
    <name>sesame::app::MessageModel</name>
    <message>
        <source>Not sent. Try again</source>
        <translation>未发送。重试</translation>
    </message>
    <message>
        <source>Not sent: %1 Try again</source>
        <translation>未发送：%1 重试</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>They</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4</source>
        <comment>who, time, message, delivery</comment>
        <translation>%1，%2：%3 %4</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>sesame::app::MovedModel</name>
    <message>
        <source>taken</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>left for you</source>
        <translation>留给您</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>sesame::app::NearCard</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, I meant that</source>
        <translation>是，我就是这个意思</translation>
    </message>
    <message>
        <source>No, I did not mean that</source>
        <translation>不，我不是这个意思</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>您是想说“%1”吗？</translation>
    </message>
    <message>
        <source>You sent a sound that is like the one you were asked for. Did you mean this?</source>
        <translation>您发出的声音像是对方要您发回的那一段。您是这个意思吗？</translation>
    </message>
    <message>
        <source>You sent a clip that is like the one you were asked for. Did you mean this?</source>
        <translation>您发出的视频像是对方要您发回的那一段。您是这个意思吗？</translation>
    </message>
    <message>
        <source>You sent a picture that looks like the one you were asked for. Did you mean this?</source>
        <translation>您发出的图片像是对方要您发回的那一张。您是这个意思吗？</translation>
    </message>
</context>
<context>
    <name>sesame::app::NewGroupDialog</name>
    <message>
        <source>Make the group</source>
        <translation>建立群</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新群</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>群的名称</translation>
    </message>
    <message>
        <source>For example: Family</source>
        <translation>例如：家人</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>它叫什么？</translation>
    </message>
    <message>
        <source>Who is asked to join?</source>
        <translation>请谁加入？</translation>
    </message>
    <message>
        <source>Each of them sees this name and everybody in the group, and says yes or no. You alone can add and remove people later.</source>
        <translation>他们每个人都会看到这个名称和群里的所有人，然后回答是或否。以后只有您能添加和移除成员。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>sesame::app::OfferCard</name>
    <message>
        <source>Look at them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>提供的内容</translation>
    </message>
</context>
<context>
    <name>sesame::app::OfferRulesDialog</name>
    <message>
        <source>Nothing to offer: they have all of it, or it may not be a rule for them.</source>
        <translation>没有可提供的：对方都已有，或不能作为给对方的规则。</translation>
    </message>
    <message>
        <source>Not offered: these are too many rules for one offer. Choose fewer.</source>
        <translation>未提供：一次的规则太多。请少选一些。</translation>
    </message>
    <message>
        <source>Not offered: too many offers wait for their answer.</source>
        <translation>未提供：等待对方回答的已经太多。</translation>
    </message>
    <message>
        <source>Not offered: the disk is full.</source>
        <translation>未提供：磁盘已满。</translation>
    </message>
    <message>
        <source>Not offered: they are no contact who could be asked now.</source>
        <translation>未提供：现在不能询问这位联系人。</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>提供的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Offer to several people</source>
        <translation>提供给多人</translation>
    </message>
    <message>
        <source>Which rules do you offer?</source>
        <translation>提供哪些规则？</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>提供给谁？</translation>
    </message>
    <message>
        <source>Each of them is asked once, with all of this before their eyes. Until they accept, none of it works for them, and you cannot invite them to it. An offer ends after %1 days.</source>
        <translation>每个人会被询问一次，并看到全部内容。在对方接受之前，这些都不起作用，您也不能就此发出邀请。%1 天后失效。</translation>
    </message>
    <message>
        <source>This is what will be sent</source>
        <translation>将要发送的内容</translation>
    </message>
    <message>
        <source>How many have been asked</source>
        <translation>已经询问了多少人</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Offer now</source>
        <translation>现在提供</translation>
    </message>
    <message>
        <source>“%1”, to: %2</source>
        <translation>“%1”，提供给：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, how it went</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Offered. Their answer is shown under “Offered sets”.</source>
        <translation>已提供。对方的回答会显示在“已提供的规则组”里。</translation>
    </message>
</context>
<context>
    <name>sesame::app::OfferWindow</name>
    <message>
        <source>What is offered</source>
        <translation>提供的内容</translation>
    </message>
    <message>
        <source>Phrases are offered to you</source>
        <translation>有人向您提供口令</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, take them</source>
        <translation>是，接收</translation>
    </message>
    <message>
        <source>After a Yes nothing happens yet: each time, this computer asks you first. With a No none of it can be used.</source>
        <translation>选“是”之后还不会发生什么：每一次，这台电脑都会先问您。选“否”则全都不能使用。</translation>
    </message>
    <message>
        <source>%1 offers you the phrases “%2”. May %1 invite you to them from now on?</source>
        <translation>%1 向您提供口令“%2”。今后可以让 %1 用它们邀请您吗？</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be taken; they are marked.</source>
        <translation>%2 条中有 %1 条不能接收，已标出。</translation>
    </message>
</context>
<context>
    <name>sesame::app::OffersPage</name>
    <message>
        <source>Offered sets</source>
        <translation>已提供的规则组</translation>
    </message>
    <message>
        <source>You have not offered a set of rules to anybody.</source>
        <translation>您还没有向任何人提供过规则组。</translation>
    </message>
    <message>
        <source>What is not accepted does nothing, and you cannot invite anybody to it.</source>
        <translation>没有被接受的不起作用，您也不能就此邀请任何人。</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>person, set</comment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>收回：%1</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功。请再试一次。</translation>
    </message>
</context>
<context>
    <name>sesame::app::PeopleList</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search for a name</source>
        <translation>搜索名字</translation>
    </message>
    <message>
        <source>People</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 / %2</translation>
    </message>
</context>
<context>
    <name>sesame::app::PictureView</name>
    <message>
        <source>Their screen</source>
        <translation>对方的屏幕</translation>
    </message>
</context>
<context>
    <name>sesame::app::PointerArrow</name>
    <message>
        <source>Where your helper points</source>
        <translation>帮您的人所指的地方</translation>
    </message>
    <message>
        <source>Where %1 points</source>
        <translation>%1 所指的地方</translation>
    </message>
</context>
<context>
    <name>sesame::app::QrPicture</name>
    <message>
        <source>The link as a QR code</source>
        <translation>链接的二维码</translation>
    </message>
</context>
<context>
    <name>sesame::app::Questions</name>
    <message>
        <source>Too late</source>
        <translation>太晚了</translation>
    </message>
    <message>
        <source>That question is no longer open. Please send the phrase again.</source>
        <translation>这个问题已经结束，请重新发送口令。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>That question is no longer open. Please write it again.</source>
        <translation>这个问题已经失效，请再写一遍。</translation>
    </message>
    <message>
        <source>That question is no longer open.</source>
        <translation>这个问题已经失效。</translation>
    </message>
</context>
<context>
    <name>sesame::app::RemoteForm</name>
    <message>
        <source>They can stop at any time. Start with looking; you can ask for more when it is needed.</source>
        <translation>对方随时可以停止。先从看开始；需要时再请求更多。</translation>
    </message>
</context>
<context>
    <name>sesame::app::RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>What do you call %1?</source>
        <translation>您怎么称呼 %1？</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名字</translation>
    </message>
    <message>
        <source>Only you see this name. Leave it empty to see the name that they have chosen themselves.</source>
        <translation>只有您能看到这个名字。留空就显示对方自己取的名字。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This name cannot be used, or is too long. Please take another one.</source>
        <translation>这个名称不能用，或者太长。请换一个。</translation>
    </message>
</context>
<context>
    <name>sesame::app::RuleEditor</name>
    <message>
        <source>Rules I made</source>
        <translation>我制定的规则</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Rules with</source>
        <translation>规则对象</translation>
    </message>
    <message>
        <source>Rules others made for me</source>
        <translation>别人为我制定的规则</translation>
    </message>
    <message>
        <source>This can happen on this computer, each time only after you have said Yes.</source>
        <translation>这些事可以在本机上发生，但每次都要先经您同意。</translation>
    </message>
    <message>
        <source>The rule could not be saved.</source>
        <translation>无法保存规则。</translation>
    </message>
    <message>
        <source>Remove the rule “%1”? The phrase then does nothing any more.</source>
        <translation>删除规则“%1”吗？之后这句口令不再起作用。</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>The rule could not be removed.</source>
        <translation>无法删除规则。</translation>
    </message>
    <message>
        <source>The rule is saved, but this hub cannot recognise phrases. Choose another place.</source>
        <translation>规则已保存，但这个会合点不能识别口令。请另选识别的地方。</translation>
    </message>
    <message>
        <source>Remove this rule? What they were to send back then does nothing any more.</source>
        <translation>删除这条规则？对方发回的东西以后就不再起作用了。</translation>
    </message>
    <message>
        <source>Offered sets</source>
        <translation>已提供的规则组</translation>
    </message>
</context>
<context>
    <name>sesame::app::RuleForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>For example: please open the calculator for me</source>
        <translation>例如：请帮我打开计算器</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>this happens on their computer, after their Yes</source>
        <translation>经对方同意后，对方电脑上会</translation>
    </message>
    <message>
        <source>Try a sentence</source>
        <translation>试一句话</translation>
    </message>
    <message>
        <source>Type a sentence; see what it would do</source>
        <translation>输入一句话，看看会怎样</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>A short sentence that nobody says by chance.</source>
        <translation>一句不会随口说出的短句。</translation>
    </message>
    <message>
        <source>This phrase is fine.</source>
        <translation>这句口令可以用。</translation>
    </message>
    <message>
        <source>Matches: they are asked for their Yes.</source>
        <translation>匹配：会询问对方是否同意。</translation>
    </message>
    <message>
        <source>Close: they are asked “Did you mean …?”</source>
        <translation>接近：会问对方“您是想说……吗？”</translation>
    </message>
    <message>
        <source>Nothing happens. It is an ordinary message.</source>
        <translation>什么也不会发生，只是一条普通消息。</translation>
    </message>
    <message>
        <source>How they may answer</source>
        <translation>对方可以怎样回答</translation>
    </message>
    <message>
        <source>by sending it back, or by pressing Yes</source>
        <translation>发回口令，或按“是”</translation>
    </message>
    <message>
        <source>only by sending it back</source>
        <translation>只能发回口令</translation>
    </message>
    <message>
        <source>only by pressing Yes</source>
        <translation>只能按“是”</translation>
    </message>
    <message>
        <source>They may answer</source>
        <translation>对方可以</translation>
    </message>
    <message>
        <source>Nothing happens: only the Yes button grants this.</source>
        <translation>什么也不会发生：只有按“是”才算同意。</translation>
    </message>
    <message>
        <source>Where it is recognised</source>
        <translation>在哪里识别</translation>
    </message>
    <message>
        <source>on their computer; nobody else learns anything</source>
        <translation>在对方的电脑上，别人什么都不会知道</translation>
    </message>
    <message>
        <source>on this computer, which gets their messages anyway; it must be on then</source>
        <translation>在这台电脑上（它本来就会收到对方的消息）；那时它必须开着</translation>
    </message>
    <message>
        <source>It is recognised</source>
        <translation>识别的地方</translation>
    </message>
    <message>
        <source>by writing it; they do not see it, I tell it by telephone</source>
        <translation>写出口令；对方看不到它，由我在电话里告诉对方</translation>
    </message>
    <message>
        <source>at the hub, word for word; it sees that a phrase was said, not which</source>
        <translation>在会合点，须一字不差；它只知道有人说了口令，不知道是哪一句</translation>
    </message>
    <message>
        <source>Nothing happens: close is not enough for the hub.</source>
        <translation>不会发生任何事：在会合点识别，仅仅接近是不够的。</translation>
    </message>
    <message>
        <source>Not the phrase. As a wish in their own words you are asked: %1</source>
        <translation>不是这句口令。作为对方自己的话，会来问您：%1</translation>
    </message>
    <message>
        <source>to see or use their screen</source>
        <translation>查看或操作对方的屏幕</translation>
    </message>
    <message>
        <source>to open a file for them</source>
        <translation>为对方打开一个文件</translation>
    </message>
    <message>
        <source>to open a program for them</source>
        <translation>为对方打开一个程序</translation>
    </message>
    <message>
        <source>to change this chat program for them</source>
        <translation>为对方更改本聊天程序</translation>
    </message>
    <message>
        <source>to share a folder of theirs with you</source>
        <translation>让对方把一个文件夹共享给您</translation>
    </message>
    <message>
        <source>Not the phrase. It ends what runs at that time.</source>
        <translation>不是这句口令。它会结束当时正在进行的事。</translation>
    </message>
    <message>
        <source>Try a file…</source>
        <translation>试一个文件…</translation>
    </message>
    <message>
        <source>What they send back</source>
        <translation>对方发回什么</translation>
    </message>
    <message>
        <source>a phrase</source>
        <translation>一句口令</translation>
    </message>
    <message>
        <source>a picture, a sound or a short clip</source>
        <translation>图片、声音或短视频</translation>
    </message>
    <message>
        <source>When they send back</source>
        <translation>当对方发回</translation>
    </message>
    <message>
        <source>Try a file</source>
        <translation>试一个文件</translation>
    </message>
    <message>
        <source>They get it beside the invitation. When it comes back they are asked first, each time.</source>
        <translation>它会随邀请一起发给对方。对方发回来时，每次都会先询问对方。</translation>
    </message>
    <message>
        <source>This file is fine.</source>
        <translation>这个文件可以用。</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>哪个文件？</translation>
    </message>
    <message>
        <source>It is looked at…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Nothing happens. It is an ordinary file.</source>
        <translation>什么也不会发生，这只是一个普通文件。</translation>
    </message>
    <message>
        <source>Recognised: they are asked whether they meant this.</source>
        <translation>认出来了：会询问对方是不是这个意思。</translation>
    </message>
    <message>
        <source>until I remove it</source>
        <translation>直到我删除它</translation>
    </message>
    <message>
        <source>for one day, from when I save it</source>
        <translation>一天，从我保存时算起</translation>
    </message>
    <message>
        <source>for a year, from when I save it</source>
        <translation>一年，从我保存时算起</translation>
    </message>
    <message>
        <source>for %1 days, from when I save it</source>
        <translation>%1 天，从我保存时算起</translation>
    </message>
    <message>
        <source>How long it is good</source>
        <translation>有效多久</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>有效期</translation>
    </message>
</context>
<context>
    <name>sesame::app::RuleModel</name>
    <message>
        <source>Not valid: never used</source>
        <translation>无效：不会使用</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>正在送达</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>What it does there</source>
        <translation>在对方电脑上做什么</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Its time is over</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>sesame::app::RuleSetDesk</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Offer to several people…</source>
        <translation>提供给多人…</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Offer to several people</source>
        <translation>提供给多人</translation>
    </message>
    <message>
        <source>There is nobody else to whom you could offer them.</source>
        <translation>没有其他可以提供的联系人。</translation>
    </message>
</context>
<context>
    <name>sesame::app::SafetyNumberWindow</name>
    <message>
        <source>Safety number</source>
        <translation>安全码</translation>
    </message>
    <message>
        <source>Compare this with %1, on the telephone or side by side. If both of you see the same, nobody stands between you.</source>
        <translation>请与 %1 通过电话或当面核对。如果两边看到的一样，就没有人在你们中间。</translation>
    </message>
    <message>
        <source>Not compared after all</source>
        <translation>还没有核对</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>不一样</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>一样</translation>
    </message>
    <message>
        <source>Safety number in digits: %1</source>
        <translation>数字安全码：%1</translation>
    </message>
    <message>
        <source>Safety number in words: %1</source>
        <translation>文字安全码：%1</translation>
    </message>
</context>
<context>
    <name>sesame::app::SearchWindow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2：%3 {1,?} {2,?}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words to search for</source>
        <translation>要找的词</translation>
    </message>
    <message>
        <source>Words that were said</source>
        <translation>说过的词</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>In all conversations on this computer. Nothing is asked of anybody.</source>
        <translation>在这台电脑上的所有对话里找，不会问任何人。</translation>
    </message>
    <message>
        <source>Nothing was said with these words.</source>
        <translation>没有说过这些词。</translation>
    </message>
    <message>
        <source>The newest %1 messages are shown.</source>
        <translation>只显示最新的 %1 条消息。</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>消息：%1 条</translation>
    </message>
</context>
<context>
    <name>sesame::app::SettingsWindow</name>
    <message>
        <source>The password store of this desktop</source>
        <translation>本桌面的密码库</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>A key file that only your user account can read</source>
        <translation>只有您的用户账号能读取的密钥文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Which folder?</source>
        <translation>哪个文件夹？</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>This folder cannot be allowed.</source>
        <translation>不能允许这个文件夹。</translation>
    </message>
    <message>
        <source>The folder could not be removed.</source>
        <translation>无法移除这个文件夹。</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>The setting could not be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareBar</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>停止共享</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time left, files taken</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waiting for the connection · %1 · %2</source>
        <comment>time left, files taken</comment>
        <translation>正在等待连接 · %1 · %2</translation>
    </message>
    <message>
        <source>Shared now: %1. %2</source>
        <translation>正在共享：%1。%2</translation>
    </message>
    <message>
        <source>Stop sharing: %1</source>
        <translation>停止共享：%1</translation>
    </message>
    <message>
        <source>Show what is taken: %1</source>
        <translation>查看取走了什么：%1</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareBars</name>
    <message>
        <source>Stop those as well</source>
        <translation>也停止这些</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>%1 more folders or files of yours are shared.</source>
        <translation>您还有 %1 个文件夹或文件正在共享。</translation>
    </message>
    <message>
        <source>A file was left for you. It waits until you keep or delete it.</source>
        <translation>有人给您留下了一个文件。在您保存或删除之前，它会一直等着。</translation>
    </message>
    <message>
        <source>%1 files were left for you. They wait until you keep or delete them.</source>
        <translation>有人给您留下了 %1 个文件。在您保存或删除之前，它们会一直等着。</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareBrowser</name>
    <message>
        <source>Take a copy</source>
        <translation>获取副本</translation>
    </message>
    <message>
        <source>Take the whole folder</source>
        <translation>获取整个文件夹</translation>
    </message>
    <message>
        <source>Leave files for them…</source>
        <translation>给对方留下文件…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Another folder for the copies</source>
        <translation>存放副本的其他文件夹</translation>
    </message>
    <message>
        <source>“%1” of %2</source>
        <comment>folder, person</comment>
        <translation>%2 的“%1”</translation>
    </message>
    <message>
        <source>No longer shared</source>
        <translation>不再共享</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>level, time left</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 What you have taken stays with you.</source>
        <translation>%1您已获取的副本仍归您。</translation>
    </message>
    <message>
        <source>The connection is interrupted. It is tried again by itself, and what was being copied goes on from where it was.</source>
        <translation>连接中断了。会自动重试，正在复制的内容会从中断处继续。</translation>
    </message>
    <message>
        <source>Connecting to the computer of %1…</source>
        <translation>正在连接 %1 的电脑…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is no longer shared.</source>
        <translation>已不再共享。</translation>
    </message>
    <message>
        <source>They let you look only. To take copies, invite them with a rule that says so.</source>
        <translation>对方只让您查看。想获取副本，请用允许这样做的规则邀请对方。</translation>
    </message>
    <message>
        <source>They do not take files from you here. To leave some, invite them with a rule that says so.</source>
        <translation>对方在这里不接收您的文件。想留下文件，请用允许这样做的规则邀请对方。</translation>
    </message>
    <message>
        <source>Choose files or folders in the list first.</source>
        <translation>请先在列表里选择文件或文件夹。</translation>
    </message>
    <message>
        <source>Copies go to %1</source>
        <translation>副本存放在 %1</translation>
    </message>
    <message>
        <source>That is a lot at once. Take the whole folder, or at most %1 of it.</source>
        <translation>一次太多了。请获取整个文件夹，或者最多选择 %1 个。</translation>
    </message>
    <message>
        <source>Some of that is still being fetched. Please try again in a moment.</source>
        <translation>其中一部分还在读取，请稍后再试。</translation>
    </message>
    <message>
        <source>Leave files for %1</source>
        <translation>给 %1 留下文件</translation>
    </message>
    <message>
        <source>You have not copied any files.</source>
        <translation>您没有复制任何文件。</translation>
    </message>
    <message>
        <source>Something is still being copied. If you leave now, it is not finished.</source>
        <translation>还有内容正在复制。如果现在离开，就不会完成。</translation>
    </message>
    <message>
        <source>%1 things are still being copied. If you leave now, they are not finished.</source>
        <translation>还有 %1 项正在复制。如果现在离开，就不会完成。</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>现在离开</translation>
    </message>
    <message>
        <source>“%1” is being copied already.</source>
        <translation>“%1”已在复制中。</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareForm</name>
    <message>
        <source>I see what is in it</source>
        <translation>我能看到里面有什么</translation>
    </message>
    <message>
        <source>I see what is in it and get copies</source>
        <translation>我能看到里面有什么，并获取副本</translation>
    </message>
    <message>
        <source>I see what is in it, get copies and leave files for them</source>
        <translation>我能看到里面有什么，获取副本，并给对方留下文件</translation>
    </message>
    <message>
        <source>They see what you take as it happens, and can stop at any time. Nothing of theirs is changed: what you leave waits for them in a place of its own.</source>
        <translation>对方能实时看到您取走了什么，并可以随时停止。对方的内容不会被改动：您留下的文件会放在单独的地方等对方查看。</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>文件夹或文件</translation>
    </message>
    <message>
        <source>Name of the folder or file, or its whole path</source>
        <translation>文件夹或文件的名称，或完整路径</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareList</name>
    <message>
        <source>Up</source>
        <translation>上一级</translation>
    </message>
    <message>
        <source>Up to the folder above</source>
        <translation>到上一级文件夹</translation>
    </message>
    <message>
        <source>To the folder above (Backspace)</source>
        <translation>到上一级文件夹（退格键）</translation>
    </message>
    <message>
        <source>Search here and in all folders below</source>
        <translation>在这里和下面所有文件夹里查找</translation>
    </message>
    <message>
        <source>Search here and below</source>
        <translation>在这里和下面查找</translation>
    </message>
    <message>
        <source>What is in the folder</source>
        <translation>文件夹里的内容</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>正在读取列表…</translation>
    </message>
    <message>
        <source>Nothing here or below has “%1” in its name.</source>
        <translation>这里和下面没有名称含“%1”的内容。</translation>
    </message>
    <message>
        <source>There is nothing here that can be shared.</source>
        <translation>这里没有可以共享的内容。</translation>
    </message>
    <message>
        <source>This folder is empty.</source>
        <translation>这个文件夹是空的。</translation>
    </message>
    <message>
        <source>%1 found</source>
        <comment>count</comment>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>%1 files and folders</source>
        <comment>count</comment>
        <translation>%1 个文件和文件夹</translation>
    </message>
    <message>
        <source>there are more than can be listed: search for what you miss</source>
        <translation>内容太多，无法全部列出：请查找您要的内容</translation>
    </message>
    <message>
        <source>%1 left out: links and the like are never shared</source>
        <comment>count</comment>
        <translation>%1 个没有列出：链接之类的内容从不共享</translation>
    </message>
    <message>
        <source>1 file or folder</source>
        <translation>1 个文件或文件夹</translation>
    </message>
</context>
<context>
    <name>sesame::app::ShareModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>sesame::app::StandingPage</name>
    <message>
        <source>Until you end it</source>
        <translation>直到您结束它</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>These people may open these folders and files of yours again without asking you, whenever you are both online. You see it each time, and can stop it.</source>
        <translation>只要你们都在线，这些人就可以不再询问您，打开您的这些文件夹和文件。每次您都会看到，也可以停止。</translation>
    </message>
    <message>
        <source>Nobody may open anything of yours without asking you.</source>
        <translation>没有人可以不问您就打开您的东西。</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>共享的文件夹</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End: %1, %2</source>
        <translation>结束：%1，%2</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功。请再试一次。</translation>
    </message>
    <message>
        <source>Until one of you ends it</source>
        <translation>直到你们中有一方结束它</translation>
    </message>
    <message>
        <source>“%1” of %2</source>
        <comment>folder, person</comment>
        <translation>%2 的“%1”</translation>
    </message>
    <message>
        <source>These folders and files of others you may open again without asking them:</source>
        <translation>这些是别人的文件夹和文件，您不再询问就可以再次打开：</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up: %1, %2</source>
        <translation>放弃：%1，%2</translation>
    </message>
    <message>
        <source>Give up “%1” of %2? To open it again later, you have to ask %2 anew.</source>
        <translation>放弃 %2 的“%1”？以后想再打开，需要重新请求 %2。</translation>
    </message>
</context>
<context>
    <name>sesame::app::TransferList</name>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>sesame::app::TransferRow</name>
    <message>
        <source>%1 of %2</source>
        <comment>sizes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 files · %3</source>
        <comment>count, count, sizes</comment>
        <translation>%1 / %2 个文件 · %3</translation>
    </message>
    <message>
        <source> · %1 could not be copied</source>
        <translation> · %1 个无法复制</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹里显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop this one</source>
        <translation>停止这一个</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Show %1 in its folder</source>
        <translation>在文件夹里显示 %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Not finished, because the sharing ended: %1</source>
        <translation>没有完成，因为共享已结束：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>why, how far</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <comment>count, size</comment>
        <translation>%1 个文件，%2</translation>
    </message>
    <message>
        <source>Arrived; it waits there until they look at it · %1</source>
        <translation>已送达；等对方查看 · %1</translation>
    </message>
    <message>
        <source>Done · %1</source>
        <translation>完成 · %1</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <comment>percent, how far</comment>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>%1 · still counting</source>
        <comment>how far</comment>
        <translation>%1 · 还在计数</translation>
    </message>
    <message>
        <source>%1 · %2 a second</source>
        <comment>how far, size</comment>
        <translation>%1 · 每秒 %2</translation>
    </message>
    <message>
        <source>For them: %1</source>
        <comment>a file</comment>
        <translation>留给对方：%1</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <comment>a file</comment>
        <translation>留给您：%1</translation>
    </message>
    <message>
        <source> · %1 left out (links, folders that cannot be read and the like)</source>
        <translation> · 略过 %1 项（链接、无法读取的文件夹等）</translation>
    </message>
    <message>
        <source>It could not be kept there</source>
        <translation>那边未能保存它</translation>
    </message>
</context>
<context>
    <name>sesame::app::UnlockDialog</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Your passphrase, please</source>
        <translation>请输入您的密码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>sesame::app::ViewedHelp</name>
    <message>
        <source>Their copied text is here now: you can paste it.</source>
        <translation>对方复制的文字已经到这里了，可以粘贴。</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>You have not copied any text.</source>
        <translation>您还没有复制任何文字。</translation>
    </message>
    <message>
        <source>They have not given you their copied text.</source>
        <translation>对方没有给您复制的文字。</translation>
    </message>
    <message>
        <source>Asked; waiting for the answer</source>
        <translation>已请求，等待回答</translation>
    </message>
    <message>
        <source>Offered; they are asked before they get it.</source>
        <translation>已提供；对方收到之前会先被询问。</translation>
    </message>
</context>
<context>
    <name>sesame::app::ViewedShares</name>
    <message>
        <source>This cannot be left: only files of your own home folder, and none that are hidden or hold secrets.</source>
        <translation>这个不能留下：只能是您自己主文件夹里的文件，并且不能是隐藏的或含有机密的。</translation>
    </message>
    <message>
        <source>That file is not there any more.</source>
        <translation>那个文件已经不在了。</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>使用这个文件夹</translation>
    </message>
    <message>
        <source>Copy into this folder</source>
        <translation>复制到这个文件夹</translation>
    </message>
    <message>
        <source>Where on your computer shall copies from %1 go?</source>
        <translation>来自 %1 的副本要放在您电脑的哪个文件夹里？</translation>
    </message>
    <message>
        <source>Files cannot be kept there. Please choose another folder.</source>
        <translation>文件不能存放在那里，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. It is in %1.</source>
        <translation>这台电脑上没有程序能显示文件夹。它在 %1 里。</translation>
    </message>
    <message>
        <source>It is there already</source>
        <translation>那里已经有了</translation>
    </message>
    <message>
        <source>“%1” is in your folder from an earlier time. Copy only what is missing there?</source>
        <translation>“%1”以前已经复制到您的文件夹里。只复制还缺少的部分吗？</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>只复制缺少的</translation>
    </message>
    <message>
        <source>Everything, into a new folder</source>
        <translation>全部复制到新文件夹</translation>
    </message>
</context>
<context>
    <name>sesame::app::ViewerBar</name>
    <message>
        <source>Windows key</source>
        <translation>Windows 键</translation>
    </message>
    <message>
        <source>Alt and Tab</source>
        <translation>Alt 和 Tab</translation>
    </message>
    <message>
        <source>Alt and F4</source>
        <translation>Alt 和 F4</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>截屏键</translation>
    </message>
    <message>
        <source>Ask to point</source>
        <translation>请求指给对方看</translation>
    </message>
    <message>
        <source>Ask to use mouse and keyboard</source>
        <translation>请求操作鼠标和键盘</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画面大小</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Which screen</source>
        <translation>哪个屏幕</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Copied text</source>
        <translation>复制的文字</translation>
    </message>
    <message>
        <source>Ask for their copied text</source>
        <translation>请对方给我复制的文字</translation>
    </message>
    <message>
        <source>Offer them my copied text</source>
        <translation>把我复制的文字给对方</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>level, time left</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 is using mouse or keyboard; yours rest meanwhile.</source>
        <translation>%1 正在自己操作，您的鼠标和键盘暂时不起作用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asked; waiting for the answer</source>
        <translation>已请求，等待回答</translation>
    </message>
    <message>
        <source>All screens</source>
        <translation>所有屏幕</translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation>屏幕 %1</translation>
    </message>
    <message>
        <source>%1 (main)</source>
        <translation>%1（主屏幕）</translation>
    </message>
</context>
<context>
    <name>sesame::app::ViewerWindow</name>
    <message>
        <source>sharp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>getting sharp</source>
        <translation>正在变清晰</translation>
    </message>
    <message>
        <source>%1 pictures a second · %2 kB a second · delay %3 ms · %4</source>
        <translation>每秒 %1 帧 · 每秒 %2 kB · 延迟 %3 毫秒 · %4</translation>
    </message>
    <message>
        <source>Leave full screen (Ctrl+Alt+Return)</source>
        <translation>退出全屏（Ctrl+Alt+回车）</translation>
    </message>
    <message>
        <source>Screen of %1</source>
        <translation>%1 的屏幕</translation>
    </message>
    <message>
        <source>The connection is interrupted. Trying again…</source>
        <translation>连接中断了，正在重试…</translation>
    </message>
    <message>
        <source>Connecting to the screen of %1…</source>
        <translation>正在连接 %1 的屏幕…</translation>
    </message>
</context>
<context>
    <name>sesame::app::VoiceBar</name>
    <message>
        <source>Voice message %1</source>
        <translation>语音消息 %1</translation>
    </message>
    <message>
        <source>No microphone was found. Please connect one, or write.</source>
        <translation>没有找到麦克风。请接上麦克风，或者打字。</translation>
    </message>
    <message>
        <source>The microphone heard nothing. Please try again.</source>
        <translation>麦克风没有听到声音。请再试一次。</translation>
    </message>
    <message>
        <source>The voice message could not be stored. Is the disk full?</source>
        <translation>语音消息没能存下来。磁盘满了吗？</translation>
    </message>
    <message>
        <source>Voice messages do not work on this computer: a part of Sesame is missing.</source>
        <translation>这台电脑上不能说语音：Sesame 缺少一部分。</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>您说话的音量</translation>
    </message>
    <message>
        <source>Send the voice message</source>
        <translation>发送语音消息</translation>
    </message>
    <message>
        <source>Discard the voice message</source>
        <translation>丢弃语音消息</translation>
    </message>
    <message>
        <source>Your voice message to %1 has ended. Send it?</source>
        <translation>给 %1 的语音消息录完了。要发送吗？</translation>
    </message>
    <message>
        <source>Speak now: a voice message to %1</source>
        <translation>请说话：给 %1 的语音消息</translation>
    </message>
</context>
<context>
    <name>sesame::app::YesButton</name>
    <message>
        <source>Not active yet; wait a moment</source>
        <translation>还不能按；请稍等</translation>
    </message>
</context>
</TS>
